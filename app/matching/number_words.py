"""What numbers count, for pairing: who, dead or hurt, and units of one measure. Data only."""

from __future__ import annotations

from functools import cache

from app.text.word_lists import listed
from app.text.words import stem

#: Whether those counted are dead, hurt, missing, displaced or held.
_FATES: dict[str, str] = {
    "dead": (
        "dead killed kill kills killing die died dies dying death deaths fatalities fatality toll"
        " lives slain mortos mortas mortes morti tote todesopfer погибли погибших убиты قتيلا قتلى"
    ),
    "hurt": (
        "wounded wounds wounding injured injures injuring injuries hurt feridos feriti verletzte"
        " verletzt раненых ранены جريحا"
    ),
    "missing": "missing disappeared",
    "displaced": "displaced refugees homeless evacuated",
    "held": "arrested detained detainees jailed prisoners captured hostages",
}

#: Who is counted. Two groups are never held against each other.
_GROUPS: dict[str, str] = {
    "soldiers": (
        "soldier soldiers troops servicemen serviceman military militares soldados soldaten army"
    ),
    "civilians": "civilian civilians civis zivilisten bystanders",
    "fighters": "fighters militants rebels insurgents gunmen terrorists jihadists",
    "aid workers": "aid volunteers humanitarian",
    "children": "child children kids boys girls pupils",
    "women": "women woman",
    "police": "police policemen officers",
    "journalists": "journalists reporters",
    "aircraft": "aircraft planes jets helicopters drones bombers",
    "vehicles": "trucks lorries vehicles cars tanks buses",
    "states": "countries nations states members",
    "strikes": "strikes airstrikes raids sorties attacks",
}

#: Units of one measure, in its base unit.
BASES: dict[str, tuple[str, float]] = {
    "mm": ("length", 0.001),
    "cm": ("length", 0.01),
    "inch": ("length", 0.0254),
    "foot": ("length", 0.3048),
    "yard": ("length", 0.9144),
    "m": ("length", 1.0),
    "km": ("length", 1000.0),
    "mile": ("length", 1609.344),
    "g": ("mass", 0.001),
    "lb": ("mass", 0.4536),
    "kg": ("mass", 1.0),
    "tonne": ("mass", 1000.0),
    "m²": ("area", 1.0),
    "acre": ("area", 4046.86),
    "ha": ("area", 10_000.0),
    "km²": ("area", 1e6),
    "square mile": ("area", 2.58999e6),
    "litre": ("volume", 1.0),
    "gallon": ("volume", 3.78541),
    "barrel": ("volume", 158.987),
    "kW": ("power", 1.0),
    "MW": ("power", 1e3),
    "GW": ("power", 1e6),
    "km/h": ("speed", 1.0),
    "mph": ("speed", 1.609344),
    "second": ("time", 1.0),
    "minute": ("time", 60.0),
    "hour": ("time", 3600.0),
    "day": ("time", 86_400.0),
    "week": ("time", 604_800.0),
    "month": ("months", 1.0),
    "year": ("months", 12.0),
    "decade": ("months", 120.0),
    "century": ("months", 1200.0),
    "basis point": ("points", 0.01),
    "percentage point": ("points", 1.0),
}
#: Units that count money or shares: one is mistaken for another, so they can differ.
MONEY = listed(
    "USD EUR GBP RUB JPY CNY INR TRY CHF SEK NOK DKK krone franc AUD CAD HKD PLN UAH CZK HUF KRW"
    " ZAR BRL ILS peso dinar dirham riyal naira baht rupiah"
)
SHARES = frozenset(("%", "‰", "percentage point", "basis point", "point"))


@cache
def fates() -> dict[str, str]:
    """Stem to fate: "kill" is "dead". Made on first use, for stemming is slow to start."""
    return _by_stem(_FATES)


@cache
def groups() -> dict[str, str]:
    """Stem to group: "troop" is "soldiers"."""
    return _by_stem(_GROUPS)


def _by_stem(kinds: dict[str, str]) -> dict[str, str]:
    return {stem(word): kind for kind, words in kinds.items() for word in words.split()}

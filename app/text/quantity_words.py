"""The words that make a number: values, scales, units, and how exact it is meant. Data only."""

from __future__ import annotations

from app.text.word_lists import listed

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_PLACES = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"""
_TENTHS = """tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth
hundredth"""


def _numbered(words: str, step: int = 1, start: int = 0) -> dict[str, int]:
    """The words of a string, each with its value: `start`, `start + step`, and so on."""
    return {word: start + step * place for place, word in enumerate(words.split())}


VALUES: dict[str, int] = _numbered(_ONES) | _numbered(_TENS, 10, 20)

ORDINALS: dict[str, int] = _numbered(_PLACES, 1, 1) | _numbered(_TENTHS, 10, 10)

FRACTIONS: dict[str, int] = {
    "thirds": 3,
    "quarters": 4,
    "fifths": 5,
    "sixths": 6,
    "eighths": 8,
    "tenths": 10,
}

#: Shares that "half of the" and "a third of the" name.
SHARES: dict[str, int] = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}

SCALES: dict[str, float] = {
    "dozen": 12.0,
    "hundred": 1e2,
    **dict.fromkeys(("thousand", "thousands", "mil", "mille", "tausend", "bin", "тыс"), 1e3),
    **dict.fromkeys(("тысяч", "тысячи", "тысяча", "ألف", "آلاف"), 1e3),
    **dict.fromkeys(("million", "millions", "mln", "mn", "mio", "millionen", "milyon"), 1e6),
    **dict.fromkeys(("milhao", "milhoes", "millones", "milione", "milioni"), 1e6),
    **dict.fromkeys(("млн", "миллион", "миллиона", "миллионов", "مليون"), 1e6),
    **dict.fromkeys(("billion", "billions", "bn", "bln", "mrd", "milliarde", "milliarden"), 1e9),
    **dict.fromkeys(("milyar", "bilhao", "bilhoes", "miliardo", "miliardi", "milliards"), 1e9),
    **dict.fromkeys(("млрд", "миллиард", "миллиарда", "миллиардов", "مليار"), 1e9),
    **dict.fromkeys(("trillion", "trillions", "trn", "tn"), 1e12),
}

SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY"}

UNITS: dict[str, str] = {
    form: unit
    for unit, forms in {
        "%": "percent|per cent|percentage|pct|prozent|por cento|por ciento|per cento|процентов",
        "percentage point": "percentage point|percentage points|pp|prozentpunkte",
        "point": "point|points",
        "basis point": "basis point|basis points|bps",
        "USD": "dollar|dollars|usd|us dollars|us dollar|долларов",
        "EUR": "euro|euros|eur|евро",
        "GBP": "pound sterling|pounds sterling|gbp",
        "RUB": "rouble|roubles|ruble|rubles|rub|рублей",
        "JPY": "yen|jpy",
        "CNY": "yuan|renminbi|cny",
        "INR": "rupee|rupees|inr",
        "TRY": "lira|liras",
        "CHF": "swiss franc|swiss francs|chf|schweizer franken|franchi svizzeri",
        "SEK": "swedish krona|swedish kronor|sek",
        "NOK": "norwegian krone|norwegian kroner|nok",
        "DKK": "danish krone|danish kroner|dkk",
        "krone": "krone|kroner|krona|kronor",
        "franc": "franc|francs",
        "AUD": "australian dollar|australian dollars|aud",
        "CAD": "canadian dollar|canadian dollars|cad",
        "HKD": "hong kong dollar|hong kong dollars|hkd",
        "PLN": "zloty|zlotys|zlotych|pln",
        "UAH": "hryvnia|hryvnias|uah",
        "CZK": "czech koruna|czech korunas|czk",
        "HUF": "forint|forints|huf",
        "KRW": "south korean won|korean won|krw",
        "ZAR": "rand|zar",
        "BRL": "reais|brl",
        "ILS": "shekel|shekels",
        "peso": "peso|pesos",
        "dinar": "dinar|dinars",
        "dirham": "dirham|dirhams",
        "riyal": "riyal|riyals|rial|rials",
        "naira": "naira|nairas",
        "baht": "baht",
        "rupiah": "rupiah",
        "km": "km|kilometre|kilometres|kilometer|kilometers|quilometros|километров",
        "m": "metre|metres|meter|meters|metros|метров",
        "cm": "cm|centimetre|centimetres|centimeter|centimeters",
        "mm": "mm|millimetre|millimetres|millimeter|millimeters",
        "mile": "mile|miles",
        "foot": "foot|feet|ft",
        "inch": "inch|inches",
        "yard": "yard|yards",
        "kg": "kg|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes",
        "g": "gram|grams|gramme|grammes",
        "pound": "pound|pounds",
        "lb": "lb|lbs",
        "tonne": "tonne|tonnes|ton|tons|metric tons",
        "ha": "hectare|hectares|ha",
        "acre": "acre|acres",
        "km²": "square kilometres|square kilometers|square kilometre|square kilometer|sq km",
        "square mile": "square miles|square mile|sq miles",
        "m²": "square metres|square meters|square metre|square meter",
        "litre": "litre|litres|liter|liters",
        "gallon": "gallon|gallons",
        "barrel": "barrel|barrels",
        "°C": "degrees celsius|degree celsius|°c|degrees centigrade",
        "°F": "degrees fahrenheit|degree fahrenheit|°f",
        "degree": "degree|degrees",
        "km/h": "kph|kmh",
        "mph": "mph",
        "kW": "kw|kilowatt|kilowatts",
        "MW": "mw|megawatt|megawatts",
        "GW": "gw|gigawatt|gigawatts",
        "second": "second|seconds",
        "minute": "minute|minutes|minutos|minuten|минут|minuti|dakika",
        "hour": "hour|hours|horas|stunden|часов|часа|ore|saat",
        "day": "day|days|dias|tage|дней|giorni",
        "week": "week|weeks|semanas|wochen|недель|settimane",
        "month": "month|months|meses|monate|месяцев|mesi",
        "year": "year|years|anos|jahre|лет|anni",
        "decade": "decade|decades",
        "century": "century|centuries",
        "times": "times|fold",
        "people": "people|persons|person|pessoas|menschen|человек|persone|personas",
    }.items()
    for form in forms.split("|")
}

#: A number before one of these is an hour of the day.
TIME_OF_DAY = listed("am pm a.m p.m gmt utc o'clock uhr est edt bst cet local")

#: A number after one of these is a name: "Resolution 2268", "Flight 17", "No. 10".
AFTER_IDENTIFIER = listed(
    "resolution article flight chapter section page pages room channel route highway boeing airbus"
    " version no nr number paragraph rule act covid protocol annex figure table gate pier apollo"
    " windows iphone psalm title studio"
)

#: "one" before one of these, or before nothing, counts nothing.
NO_NOUN_AFTER_ONE = listed(
    "of another thing day who that which to by side can could should may might must would will is"
    " was has had on in at the and or but for with from as another's more such way hand point"
    " area where when he she they we you i it"
)

AT_LEAST = (
    "at least",
    "no fewer than",
    "no less than",
    "not less than",
    "more than",
    "over",
    "in excess of",
    "a minimum of",
    "minimum of",
    "upwards of",
    "pelo menos",
    "ao menos",
    "mindestens",
    "mais de",
    "не менее",
    "более",
    "almeno",
    "en az",
)
AT_MOST = (
    "at most",
    "no more than",
    "not more than",
    "up to",
    "less than",
    "fewer than",
    "under",
    "below",
    "a maximum of",
    "maximum of",
    "hochstens",
    "bis zu",
    "не более",
)
APPROXIMATE = (
    "about",
    "around",
    "some",
    "nearly",
    "almost",
    "roughly",
    "approximately",
    "perhaps",
    "estimated",
    "an estimated",
    "close to",
    "circa",
    "ca",
    "possibly",
    "likely",
    "perto de",
    "cerca de",
    "rund",
    "etwa",
    "около",
    "circa",
    "quasi",
    "yaklasik",
    "نحو",
    "قرابة",
)

"""Names of the world that need no evidence: countries, capitals, bodies and their other names.

Knows no text. Casefolded and without diacritics, as `app.text.words.fold` gives it.
"""

from __future__ import annotations

_COUNTRIES = """
afghanistan|albania|algeria|andorra|angola|antigua and barbuda|argentina|armenia|australia|austria
azerbaijan|bahamas|bahrain|bangladesh|barbados|belarus|belgium|belize|benin|bhutan|bolivia|bosnia
bosnia and herzegovina|botswana|brazil|brunei|bulgaria|burkina faso|burundi|cambodia|cameroon
canada|cape verde|central african republic|chad|chile|china|colombia|comoros|congo|costa rica
croatia|cuba|cyprus|czech republic|czechia|denmark|djibouti|dominica|dominican republic|ecuador
egypt|el salvador|equatorial guinea|eritrea|estonia|eswatini|ethiopia|fiji|finland|france|gabon
gambia|georgia|germany|ghana|greece|grenada|guatemala|guinea|guinea-bissau|guyana|haiti|honduras
hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|ivory coast|jamaica|japan|jordan
kazakhstan|kenya|kiribati|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya
liechtenstein|lithuania|luxembourg|madagascar|malawi|malaysia|maldives|mali|malta|mauritania
mauritius|mexico|micronesia|moldova|monaco|mongolia|montenegro|morocco|mozambique|myanmar|namibia
nauru|nepal|netherlands|new zealand|nicaragua|niger|nigeria|north korea|north macedonia|macedonia
norway|oman|pakistan|palau|palestine|panama|papua new guinea|paraguay|peru|philippines|poland
portugal|qatar|romania|russia|rwanda|samoa|san marino|saudi arabia|senegal|serbia|seychelles
sierra leone|singapore|slovakia|slovenia|somalia|south africa|south korea|south sudan|spain
sri lanka|sudan|suriname|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|togo|tonga
trinidad and tobago|tunisia|turkey|turkmenistan|tuvalu|uganda|ukraine|united arab emirates
united kingdom|united states|uruguay|uzbekistan|vanuatu|vatican|venezuela|vietnam|yemen|zambia
zimbabwe|england|scotland|wales|northern ireland|greenland|hong kong|kurdistan|chechnya|crimea
europe|africa|asia|america|north america|south america|latin america|middle east|antarctica
korea|britain|great britain|gaza|west bank|tibet|kashmir|catalonia|siberia|scandinavia|balkans
deutschland|frankreich|russland|syrien|turkei|espagne|allemagne|syrie|russie|turquie|espana|siria
rusia|turquia|brasil|italia|alemania|alemanha|suriye|rusya|россия|сирия|турция|украина|сша|китай
"""
_CITIES = """
abu dhabi|accra|addis ababa|aleppo|algiers|amman|amsterdam|ankara|astana|athens|baghdad|baku
bangkok|barcelona|beijing|beirut|belgrade|berlin|bern|bogota|bonn|brasilia|bratislava|brussels
bucharest|budapest|buenos aires|cairo|canberra|caracas|chicago|copenhagen|dakar|damascus|delhi
dhaka|doha|dubai|dublin|edinburgh|frankfurt|geneva|hague|hamburg|hanoi|havana|helsinki|homs
islamabad|istanbul|jakarta|jerusalem|johannesburg|kabul|kampala|karachi|kathmandu|khartoum|kiev
kigali|kyiv|lagos|lahore|lausanne|lima|lisbon|ljubljana|london|los angeles|luanda|madrid|manila
mecca|medina|melbourne|mexico city|milan|minsk|mogadishu|montreal|moscow|mosul|mumbai|munich
nairobi|new delhi|new york|new york city|nicosia|oslo|ottawa|palmyra|paris|prague|pretoria
pyongyang|quito|raqqa|reykjavik|riga|rio de janeiro|riyadh|rome|saint petersburg|san francisco
sanaa|santiago|sao paulo|sarajevo|seoul|shanghai|skopje|sochi|sofia|stockholm|strasbourg|sydney
taipei|tallinn|tashkent|tbilisi|tehran|tel aviv|tokyo|toronto|tripoli|tunis|vancouver|venice
vienna|vilnius|warsaw|washington|wellington|yerevan|zagreb|zurich|москва|берлин|париж|лондон
нью-йорк|женева|дамаск
"""
PLACES: frozenset[str] = frozenset(
    name for line in (_COUNTRIES + _CITIES).split("\n") for name in line.split("|") if name
)

#: Other names of one thing; the first is the one the others are compared as.
_ALIASES = """
united nations|un|u.n.|u.n|uno|onu|оон|الأمم المتحدة|birlesmis milletler|vereinte nationen
united nations security council|unsc
united nations general assembly|unga
united states|us|u.s.|u.s|usa|u.s.a.|u.s.a|united states of america|america|сша|eua|abd
united states|ee.uu.|ee uu|etats-unis|estados unidos|stati uniti|vereinigte staaten
united kingdom|uk|u.k.|u.k|britain|great britain|vereinigtes konigreich|royaume-uni|reino unido
european union|eu|e.u.|union europeenne|union europea
russia|russian federation|россия|русия|rusia|russie|russland|rusya|российская федерация
north korea|dprk|democratic people's republic of korea
south korea|rok|republic of korea
china|prc|people's republic of china|китай
islamic state|isis|isil|is|daesh|islamic state group|isis group|islamischer staat|игил
united arab emirates|uae
myanmar|burma
turkey|turkiye|turkei|turquie|turquia|турция
iran|islamic republic of iran
syria|syrian arab republic|syrien|syrie|siria|suriye|сирия|سوريا
germany|deutschland|allemagne|alemania|alemanha|almanya
france|frankreich|francia|franca
ukraine|украина
kyiv|kiev|киев
ivory coast|cote d'ivoire
czech republic|czechia
eswatini|swaziland
new york|new york city|nyc|нью-йорк|nueva york|nova york
moscow|москва|moskau|moscou|moscu
geneva|женева|genf|geneve|ginebra
international syria support group|issg
world health organization|who|world health organisation
european commission|ec
north atlantic treaty organization|nato|otan|нато
"""
#: Any name of ALIASES' lines to the first of its line.
ALIASES: dict[str, str] = {
    name: line.split("|")[0] for line in _ALIASES.split("\n") if line for name in line.split("|")
}
#: Short names that are common words or too short unless written in capitals.
CAPITALS_ONLY = frozenset({"us", "is", "who", "un", "eu", "uk", "ec", "rok", "abd", "eua"})

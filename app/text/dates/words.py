"""The words that name days: months, weekdays and their small change, in the languages of sources.

Knows no text; all keys are casefolded.
"""

from __future__ import annotations

from app.text.word_lists import listed

#: Months by number, each with the forms of English, German, French, Spanish, Portuguese, Italian,
#: Russian (with cases), Turkish and Arabic. Those of Arabic with two words stand in MONTH_PAIRS.
_MONTHS = (
    "january januar jänner janvier enero janeiro gennaio январь января январе январю январём"
    " ocak يناير",
    "february februar feber février fevrier febrero fevereiro febbraio февраль февраля феврале"
    " февралю şubat فبراير شباط",
    "march märz maerz mars marzo março marco март марта марте марту mart مارس آذار اذار",
    "april avril abril aprile апрель апреля апреле апрелю nisan أبريل ابريل إبريل نيسان",
    "may mai mayo maio maggio май мая мае маю mayıs مايو أيار ايار",
    "june juni juin junio junho giugno июнь июня июне июню haziran يونيو حزيران",
    "july juli juillet julio julho luglio июль июля июле июлю temmuz يوليو تموز",
    "august août aout agosto август августа августе августу ağustos أغسطس اغسطس آب",
    "september septembre septiembre setiembre setembro settembre сентябрь сентября сентябре"
    " сентябрю eylül eylul سبتمبر أيلول ايلول",
    "october oktober octobre octubre outubro ottobre октябрь октября октябре октябрю ekim أكتوبر"
    " اكتوبر",
    "november novembre noviembre novembro ноябрь ноября ноябре ноябрю kasım نوفمبر",
    "december dezember décembre decembre diciembre dezembro dicembre декабрь декабря декабре"
    " декабрю aralık ديسمبر",
)
MONTHS: dict[str, int] = {
    word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()
}

_MORE_MONTHS = (
    "січня stycznia ιανουαρίου בינואר ינואר जनवरी ene янв sty",
    "лютого lutego φεβρουαρίου בפברואר פברואר फरवरी फ़रवरी fev фев lut",
    "березня marca μαρτίου במרץ מרץ मार्च mar мар",
    "квітня kwietnia απριλίου באפריל אפריל अप्रैल abr апр kwi",
    "травня maja μαΐου μαίου במאי מאי मई mai мая maj",
    "червня czerwca ιουνίου ביוני יוני जून jun июн cze",
    "липня lipca ιουλίου ביולי יולי जुलाई jul июл lip",
    "серпня sierpnia αυγούστου באוגוסט אוגוסט अगस्त ago авг sie",
    "вересня września σεπτεμβρίου בספטמבר ספטמבר सितंबर set сен сент wrz",
    "жовтня października οκτωβρίου באוקטובר אוקטובר अक्टूबर out окт paź",
    "листопада listopada νοεμβρίου בנובמבר נובמבר नवंबर nov ноя lis",
    "грудня grudnia δεκεμβρίου בדצמבר דצמבר दिसंबर dez dic дек gru",
)
#: Names of months by number, in lines that state a day; running text is not searched for them.
MORE_MONTHS: dict[str, int] = {
    word: number for number, words in enumerate(_MORE_MONTHS, 1) for word in words.split()
}

#: Short forms; they name a month only beside a day or a year.
SHORT_MONTHS: dict[str, int] = {
    "jan": 1, "janv": 1, "feb": 2, "févr": 2, "mar": 3, "apr": 4, "avr": 4, "jun": 6, "jul": 7,
    "juil": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12,
    "dez": 12, "déc": 12,
}  # fmt: skip

#: Arabic (Levantine) months of two words.
MONTH_PAIRS: dict[tuple[str, str], int] = {
    ("كانون", "الثاني"): 1,
    ("تشرين", "الأول"): 10,
    ("تشرين", "الاول"): 10,
    ("تشرين", "الثاني"): 11,
    ("كانون", "الأول"): 12,
    ("كانون", "الاول"): 12,
}
PAIR_STARTS = frozenset(first for first, _ in MONTH_PAIRS)

#: English month words that are common words when not capitalised.
CAPITAL_ONLY = frozenset(
    {"may", "march", "august", "mar", "jan", "jun", "dec", "sep", "oct", "nov"}
)

#: Month words that are names or common words as well: alone they need a cue ("in May").
DOUBTFUL_ALONE = listed(
    "may march april june august mars mai mayo maio marzo mart marco agosto abril nisan ocak"
    " ekim juni juli julio maggio luglio мая марта мае марту آب مارس"
)

#: Months of languages that write them small: capitalised and alone they are names.
LOWER_ONLY = listed("mars mayo maio marzo março marco agosto abril luglio")

#: Words before a month standing alone that show that the month is meant.
MONTH_CUES = listed(
    "in last next since until till by early late mid this during before after from of to"
    " through between every around for and or late- im seit ende anfang mitte bis en em desde"
    " hasta até depuis fin début nel a dal в с до к на في شهر"
)

_WEEKDAYS = (
    "monday montag lundi lunes lunedì понедельник понедельника pazartesi",
    "tuesday dienstag mardi martes martedì вторник вторника salı",
    "wednesday mittwoch mercredi miércoles miercoles mercoledì среду çarşamba",
    "thursday donnerstag jeudi jueves giovedì четверг четверга perşembe",
    "friday freitag vendredi viernes venerdì пятница пятницу пятницы cuma",
    "saturday samstag sonnabend samedi sábado суббота субботу субботы cumartesi",
    "sunday sonntag dimanche domingo domenica воскресенье воскресенья",
)
WEEKDAYS: dict[str, int] = {
    word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()
}
#: Portuguese weekdays, with "-feira" after them.
FEIRA: dict[str, int] = {"segunda": 0, "terça": 1, "terca": 1, "quarta": 2, "quinta": 3, "sexta": 4}
#: Arabic weekdays, with "يوم" (day) before them or a number after them.
ARABIC_WEEKDAYS: dict[str, int] = {
    "الاثنين": 0, "الإثنين": 0, "الثلاثاء": 1, "الأربعاء": 2, "الاربعاء": 2, "الخميس": 3,
    "الجمعة": 4, "السبت": 5, "الأحد": 6, "الاحد": 6,
}  # fmt: skip
#: Short weekdays, only beside a date.
SHORT_WEEKDAYS: dict[str, int] = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
    "sun": 6,
}  # fmt: skip

#: Words before a weekday that make it an occasion, a title or a habit, no day.
NO_DAY_BEFORE = listed(
    "black good ash bloody super easter palm cyber whit holy shrove maundy sheffield every"
    " each manic fat giving"
)
#: Words after a weekday that make it a newspaper or programme.
NO_DAY_AFTER = listed("times telegraph mirror herald express post mail tribune review")

#: Days counted from the day of speaking.
RELATIVE_DAYS: dict[str, int] = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1,
    "heute": 0, "gestern": -1, "vorgestern": -2, "hoy": 0, "ayer": -1, "hoje": 0, "ontem": -1,
    "amanhã": 1, "oggi": 0, "ieri": -1, "domani": 1, "demain": 1, "сегодня": 0, "вчера": -1,
    "завтра": 1, "bugün": 0, "dün": -1, "yarın": 1, "أمس": -1,
}  # fmt: skip
PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})

#: "last year", "this month", "next year" and their likes.
SHIFTS: dict[str, int] = {
    "last": -1,
    "previous": -1,
    "past": -1,
    "this": 0,
    "current": 0,
    "next": 1,
}
COUNTS: dict[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip

#: Days of the year that have a name of their own, by its first word: the others, month and day.
HOLIDAYS: dict[str, list[tuple[list[str], int, int]]] = {
    "christmas": [(["eve"], 12, 24), (["day"], 12, 25)],
    "new": [(["year", "s", "eve"], 12, 31), (["year", "s", "day"], 1, 1)],
    "boxing": [(["day"], 12, 26)],
    "halloween": [([], 10, 31)],
    "valentine": [(["s", "day"], 2, 14)],
    "fourth": [(["of", "july"], 7, 4)],
}

#: Between day and month, month and year.
OF = listed("of de del do")
#: Suffixes of a day of the month.
ORDINALS = listed("st nd rd th er º ª o го")
#: Words that join two days of one month or two ends of a span of time.
JOINERS = listed("and or to through until till und bis et au à a e y al ve и по до")
#: Words that may stand between a weekday and its date.
ARTICLES = listed("the den dem der le el il dia día")
#: German words before "17. September", where the full stop is no end of a sentence.
GERMAN_BEFORE = listed("am vom zum den der dem bis ab seit und zwischen")
GERMAN_MONTHS = listed("januar jänner februar märz maerz mai juni juli oktober dezember")

#: What is counted: a number before one of these is an amount, not a day or a year.
COUNTED = listed(
    "people persons men women children soldiers civilians troops fighters rebels militants"
    " police officers victims passengers migrants refugees students workers members others"
    " deaths homes houses vehicles dollars euros pounds rubles roubles million billion"
    " thousand hundred percent per percentage pc km kilometers kilometres kilometer kilometre"
    " miles mile metres meters tonnes tons kg barrels votes jobs cases times points hours hour"
    " hrs minutes seconds days weeks months years gmt utc est edt cet bst pm am p o local"
    " prisoners dead killed wounded injured feet acres hectares copies pages seats delegates"
    " families villages servicemen soldados personnes personas pessoas menschen soldaten"
    " человек солдат"
)
#: Before a month these say that a day follows it: one is not "on September".
DAY_CUES = listed("on")
#: Before a number of four digits these say that it is a year, whatever follows.
YEAR_CUES = listed(
    "in since year until till during early late mid spring summer autumn fall winter by from"
    " between before after en em im seit jahr année año ano anno depuis desde nel dal yılında"
    " в год года году с عام سنة"
)
#: Before a number of four digits these say that it is no year.
NO_YEAR_BEFORE = listed(
    "resolution number no nr flight room page pages paragraph section route highway about"
    " some nearly almost over than least most roughly approximately only all another first"
    " altogether totalling totaling worth usd eur figure boeing model unit order docket bill"
    " hr windows"
)

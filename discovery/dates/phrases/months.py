"""Names of months, seasons, days of the week and tens of years, one row a language.

Months and seasons are separated by "|", the forms of one by spaces; "_" is a space inside a form. Case, accents and
dots are folded away before a look-up. Seasons run spring, summer, autumn, winter.
"""

MONTHS = {
    "en": "january jan | february feb febr | march mar | april apr | may | june jun | july jul | august aug"
    " | september sept sep | october oct | november nov | december dec",
    "fr": "janvier janv jan | février févr fév | mars | avril avr | mai | juin | juillet juil juill | août"
    " | septembre sept | octobre oct | novembre nov | décembre déc",
    "de": "januar jänner jan jän januars | februar feber feb febr februars | märz mrz mär märzes | april apr aprils"
    " | mai mais | juni juno jun | juli julei jul | august aug augusts | september sept sep septembers"
    " | oktober okt oktobers | november nov novembers | dezember dez dezembers",
    "ru": "январь января январе янв январем генварь генваря | февраль февраля феврале февр февралем фев"
    " | март марта марте мар мартом | апрель апреля апреле апр апрелем | май мая мае маем"
    " | июнь июня июне июн июнем | июль июля июле июл июлем | август августа августе авг августом"
    " | сентябрь сентября сентябре сент сентябрем сен | октябрь октября октябре окт октябрем"
    " | ноябрь ноября ноябре нояб ноябрем ноя | декабрь декабря декабре дек декабрем",
    "nl": "januari jan | februari feb febr | maart mrt | april apr | mei | juni jun | juli jul | augustus aug"
    " | september sept sep | oktober okt | november nov | december dec",
    "es": "enero ene | febrero feb | marzo mzo | abril abr | mayo | junio jun | julio jul | agosto ago"
    " | septiembre setiembre sept sep | octubre oct | noviembre nov | diciembre dic",
    "it": "gennaio genn gen | febbraio febbr feb | marzo mar | aprile apr | maggio magg mag | giugno giu"
    " | luglio lugl lug | agosto ag ago | settembre sett set | ottobre ott | novembre nov | dicembre dic",
    "pl": "styczeń stycznia styczniu stycz styczniem | luty lutego lutym | marzec marca marcu marcem"
    " | kwiecień kwietnia kwietniu kwiec kwietniem | maj maja maju majem"
    " | czerwiec czerwca czerwcu czerw czerwcem | lipiec lipca lipcu lipcem"
    " | sierpień sierpnia sierpniu sierp sierpniem | wrzesień września wrześniu wrzes wrześniem"
    " | październik października październiku paźdz październikiem paź"
    " | listopad listopada listopadzie listop listopadem | grudzień grudnia grudniu grudz grudniem",
    "cs": "leden ledna lednu led lednem | únor února únoru ún únorem | březen března březnu břez březnem"
    " | duben dubna dubnu dub dubnem | květen května květnu květ květnem"
    " | červen června červnu červ červnem | červenec července červenci červencem"
    " | srpen srpna srpnu srp srpnem | září zář zářím | říjen října říjnu říj říjnem"
    " | listopad listopadu listopadem | prosinec prosince prosinci prosincem",
}

SEASONS = {
    "en": "spring springtime | summer | autumn fall | winter",
    "fr": "printemps | été | automne | hiver",
    "de": "frühling frühjahr frühlings frühjahrs | sommer sommers | herbst herbstes herbsts | winter winters",
    "ru": "весна весны весной весною | лето лета летом | осень осени осенью | зима зимы зимой зимою",
    "nl": "lente voorjaar | zomer | herfst najaar | winter",
    "es": "primavera | verano | otoño | invierno",
    "it": "primavera | estate | autunno | inverno",
    "pl": "wiosna wiosny wiosną wiosnę na_wiosnę | lato latem | jesień jesieni jesienią na_jesieni | zima zimy zimą",
    "cs": "jaro jara jaře na_jaře | léto létě | podzim podzimu na_podzim | zima zimy zimě",
}

WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "cs": "pondělí úterý středa čtvrtek pátek sobota neděle",
}

TENS = {
    "en": "twenties | thirties | forties | fifties | sixties | seventies | eighties | nineties",
    "fr": "vingt | trente | quarante | cinquante | soixante | | |",
    "de": "zwanziger zwanzigern | dreißiger dreißigern | vierziger vierzigern | fünfziger fünfzigern"
    " | sechziger sechzigern | siebziger siebzigern | achtziger achtzigern | neunziger neunzigern",
    "ru": "двадцатые двадцатых | тридцатые тридцатых | сороковые сороковых | пятидесятые пятидесятых"
    " | шестидесятые шестидесятых | семидесятые семидесятых | восьмидесятые восьмидесятых"
    " | девяностые девяностых",
    "nl": "twintig | dertig | veertig | vijftig | zestig | zeventig | tachtig | negentig",
    "es": "veinte | treinta | cuarenta | cincuenta | sesenta | setenta | ochenta | noventa",
    "it": "venti | trenta | quaranta | cinquanta | sessanta | settanta | ottanta | novanta",
    "pl": "dwudzieste dwudziestych | trzydzieste trzydziestych | czterdzieste czterdziestych"
    " | pięćdziesiąte pięćdziesiątych | sześćdziesiąte sześćdziesiątych | siedemdziesiąte siedemdziesiątych"
    " | osiemdziesiąte osiemdziesiątych | dziewięćdziesiąte dziewięćdziesiątych",
    "cs": "dvacátá dvacátých | třicátá třicátých | čtyřicátá čtyřicátých | padesátá padesátých"
    " | šedesátá šedesátých | sedmdesátá sedmdesátých | osmdesátá osmdesátých | devadesátá devadesátých",
}

PLAIN_TENS = frozenset({"fr", "nl", "es", "it"})
"""Languages whose tens are plain numbers: "vingt" alone is no decade, "années vingt" is one."""

"""What conditions of access say, by language: parts of regular expressions, matched from the beginning of a word."""

ACCESS_WORDS: dict[str, dict[str, str]] = {
    "missing": {
        "en": r"missing\b|lost\b|not found|cannot be (?:found|located)|not (?:been )?located|whereabouts unknown"
        r"|destroyed\b",
        "fr": r"manquants?\b|manquantes?\b|en déficit|disparus?\b|disparues?\b|égarée?s?\b|introuvables?\b"
        r"|non retrouvée?s?\b|détruite?s?\b",
        "de": r"fehlt\b|fehlen\b|vermisst\b|vermißt\b|verschollen\b|kriegsverlust|verlust\b|verloren\b"
        r"|nicht auffindbar|vernichtet\b",
        "nl": r"vermist\b|ontbreekt\b|ontbreken\b|zoek\b|verloren\b|niet aangetroffen|niet gevonden|vernietigd\b",
        "es": r"extraviad[oa]s?\b|desaparecid[oa]s?\b|perdid[oa]s?\b|falta\b|faltan\b|no localizad[oa]s?\b"
        r"|destruid[oa]s?\b",
        "ru": r"отсутству\w+|утрачен\w*|утерян\w*|не найден\w*|не обнаружен\w*|выбыл\w*|в розыске|уничтожен\w*",
    },
    "closed": {
        "en": r"closed\b|not (?:yet )?opened\b|sealed\b|embargo\w*|not (?:yet )?(?:open|available|accessible)\b"
        r"|no access\b|unavailable\b|inaccessible\b|withheld\b|may not be (?:consulted|seen|used)"
        r"|access (?:is )?(?:denied|prohibited)|classified\b|under embargo",
        "fr": r"non[ -]communicables?\b|incommunicables?\b|ferm[ée]e?s?\b|inaccessibles?\b|non consultables?\b"
        r"|pas (?:encore )?(?:communicables?|consultables?|accessibles?)|exclue?s? de la (?:communication"
        r"|consultation)|accès (?:interdit|fermé)",
        "de": r"gesperrt\w*|geschlossen\b|sperrfrist\w*|sperrvermerk\w*|unter verschluss"
        r"|nicht (?:frei )?(?:zugänglich|benutzbar|einsehbar|einzusehen|nutzbar|vorlegbar|öffentlich)"
        r"|keine (?:einsicht|benutzung|vorlage)",
        "nl": r"gesloten\b|niet (?:openbaar|raadpleegbaar|toegankelijk|beschikbaar|ter inzage)|geheim\b"
        r"|onder embargo|niet-openbaar",
        "es": r"cerrad[oa]s?\b|no (?:accesibles?|consultables?|disponibles?)|inaccesibles?\b|acceso (?:denegado"
        r"|prohibido|cerrado)|reservad[oa]s?\b|vedad[oa]s?\b|excluid[oa]s? de consulta",
        "ru": r"закрыт\w*|не открыт\w*|не выда[её]тся|не выдаются|секретно\w*|совершенно секретно"
        r"|не подлеж\w+ выдаче|доступ запрещ[её]н|недоступ\w+|на секретном хранении",
    },
    "restricted": {
        "en": r"restrict(?:ed|ions?)\b|(?:by|with|upon|subject to|requires?|only with)(?: \w+){0,4} (?:permission"
        r"|approval|consent|authori[sz]ation)\b|(?:permission|approval|consent"
        r"|authori[sz]ation)(?: \w+){0,6} (?:is |are )?(?:required|needed)|limited access|access (?:is )?limited"
        r"|fragile\b|(?:up)?on (?:\w+ )?(?:application|request)\b",
        "fr": r"restreinte?s?\b|restrictions?\b|sous réserve|sur (?:autorisation|dérogation|demande)"
        r"|soumise?s? à (?:autorisation|dérogation|restriction|un délai|l'autorisation)|avec l'autorisation"
        r"|autorisation (?:préalable|nécessaire)|réservée?s?\b|accès limité",
        "de": r"eingeschränkt\w*|beschränkt\w*|einschränkung\w*|beschränkung\w*|(?:mit|nach|nur mit|bedarf der"
        r"|vorbehaltlich der) (?:\w+ ){0,3}(?:genehmigung|erlaubnis|zustimmung)|genehmigungspflichtig"
        r"|schutzfrist\w*|auf antrag|bedingt zugänglich",
        "nl": r"beperkt\b|beperkte\b|beperking\w*|beperkend\w*|(?:met|na|alleen met) (?:\w+ ){0,3}toestemming"
        r"|toestemming (?:\w+ ){0,3}(?:vereist|nodig)|op aanvraag",
        "es": r"restringid[oa]s?\b|restricci(?:ón|ones)\b|(?:con|previa|requiere|bajo) (?:\w+ ){0,2}(?:autorización"
        r"|permiso)|acceso limitado|limitad[oa]s?\b",
        "ru": r"ограничен\w*|(?:с|по|только с|только по) (?:\w+ ){0,3}(?:разрешени\w+|согласи\w+)"
        r"|по особому разрешению|доступ ограничен",
    },
    "open": {
        "en": r"unrestricted\b|without restrictions?\b|(?:no|not) (?:known )?(?:access )?restrict(?:ed|ions?)\b"
        r"|open\b|opened\b|freely (?:available|accessible)|publicly (?:available|accessible)|accessible\b"
        r"|available (?:for|to)\b|no limitations|restrictions?(?: on access)?\s*[:–-]\s*(?:none|no)\b",
        "fr": r"librement\b|libre\b|libres\b|(?:aucune|sans|pas de) restrictions?\b|communicables?\b|consultables?\b"
        r"|accessibles?\b|ouverte?s?\b|accès public|restrictions?\s*[:–-]\s*aucune\b|néant\b",
        "de": r"frei\b|freie\b|freier\b|uneingeschränkt\w*|unbeschränkt\w*|(?:keine"
        r"|ohne) (?:\w+ )?(?:einschränkung\w*|beschränkung\w*|sperrfrist|zugangsbeschränkung\w*)|offen\b"
        r"|öffentlich\b|zugänglich\b|benutzbar\b|einsehbar\b|keinen (?:\w+ )?(?:be|ein)schränkungen"
        r"|\w*beschränkung(?:en)?\s*[:–-]\s*keine\b",
        "nl": r"openbaar\b|vrij\b|vrije\b|(?:geen|zonder) (?:\w+ )?beperk\w+|onbeperkt\w*|toegankelijk\b"
        r"|raadpleegbaar\b|ter inzage\b|open\b|beperking(?:en)?\s*[:–-]\s*geen\b",
        "es": r"libre\b|libres\b|(?:sin|ninguna) (?:\w+ )?restricci(?:ón|ones)\b|abiert[oa]s?\b|accesibles?\b"
        r"|público\b|consultables?\b|restricciones\s*[:–-]\s*ningun[ao]\b",
        "ru": r"открыт\w*|свободн\w*|без ограничени\w*|ограничени\w+ нет|не ограничен\w*|неограниченн\w*"
        r"|общедоступн\w*|доступ\w* для|ограничени[ея]\s*[:–-]\s*нет\b",
    },
}
"""Status → language → wordings."""

PARTLY: dict[str, str] = {
    "en": r"some\b|certain\b|portions?\b|parts?\b|apart from|except\b|selected\b|a few|series \w+|individual\b|where\b",
    "fr": r"certaine?s?\b|quelques\b|parties?\b|sauf\b|excepté\w*|à l'exception|partiellement",
    "de": r"einige\w*|einzelne\w*|teile?\b|teilweise|teils|außer\b|ausgenommen|mit ausnahme|bestimmte\w*|manche\w*",
    "nl": r"sommige\b|enkele\b|delen\b|deel\b|gedeeltelijk|behalve|uitgezonderd|met uitzondering",
    "es": r"algun[oa]s?\b|ciert[oa]s\b|partes?\b|salvo\b|excepto\b|parcialmente",
    "ru": r"некотор\w+|част\w+|отдельн\w+|кроме\b|за исключением",
}
"""Where a sentence speaks of a part only."""

REST: dict[str, str] = {
    "en": r"the rest\b|remainder\b|remaining\b|all other\b",
    "fr": r"le reste\b|les autres\b",
    "de": r"(?:der|im) rest\b|übrigen?\b|alle anderen\b",
    "nl": r"de rest\b|overige?\b|alle andere\b",
    "es": r"el resto\b|los demás\b|las demás\b",
    "ru": r"остальн\w+|прочи\w+",
}
"""Where a sentence speaks of what the others don't."""

OF_USE: dict[str, str] = {
    "en": r"cop(?:y|ying|ies|yright)\b|duplicat\w+|reproduc\w+|publi(?:sh|cation)\w*|quot\w+|photocop\w+"
    r"|photograph\w*|cite|citation|rights\b",
    "fr": r"reproduction\w*|copies?\b|publication\w*|publier|photocop\w+|citer|droits d['’]auteur",
    "de": r"reproduk\w+|reproduzier\w+|kopie\w*|kopier\w+|veröffentlich\w+|publi\w+|zitier\w+|vervielfältig\w+"
    r"|urheberrecht\w*",
    "nl": r"reproduc\w+|kopie\w*|kopiëren|publicatie\w*|publiceren|auteursrecht\w*",
    "es": r"reproduc\w+|copias?\b|publicación|publicar|fotocop\w+|derechos\b",
    "ru": r"копир\w+|копи[йия]\b|публик\w+|воспроизвед\w+|цитир\w+|авторск\w+",
}
"""Where a sentence speaks of copies and print and not of reading."""

UNTIL = (
    r"until|till|through|up to|before|jusqu['’](?:en|au|à(?: la fin de)?)|avant|bis(?: (?:zum|einschließlich"
    r"|ende))?|tot(?: en met)?|t/m|hasta(?: (?:el|fines de))?|до"
)
"""What stands before the day up to which a condition holds."""
FROM = (
    r"(?:open(?:s|ed)?|available|accessible|released?)(?: \w+){0,3}? (?:in|from|on|after|as of)|(?:à partir"
    r"|à compter) (?:de|du)|dès|(?:erst )?(?:ab|nach)|vanaf|(?:a partir|después) de(?:l)?|(?:открыт\w*"
    r"|доступ\w*)(?: \w+){0,2}? (?:с|после)"
)
"""What stands before the day from which a thing is open."""
YEARS = (
    r"(\d{1,3})\s*[- ]?(?:years?|ans|jahren?|jaar|años?|лет|года?)\b(?:(?! \d).){0,40}?(?:creation|created|date of"
    r"|last (?:date|document|entry)|date (?:de|du)|à compter de|clôture|entstehung|nach (?:schließung|abschluss"
    r"|ende)|laufzeit|na (?:afsluiting|datum|het ontstaan)|ontstaan|creación|fecha|создани\w+|со дня|с даты"
    r"|с момента)"
)
"""A term that is counted from the dates of the material."""

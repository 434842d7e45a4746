"""What people write around what they look for, by language, lower case: dropped from a query that is a sentence.

ASKING makes a sentence of it ("I am looking for"); ABOUT is dropped with it and only then, for each of these words may
also be sought.
"""

ASKING: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": """looking look search searching seeking seek find finding found interested interest information info
        anything something everything please kindly help need want wish like know would could may regarding concerning
        related dear hello hi thank thanks tell ask asking question inquiry enquiry wondering whether trying locate
        hold holds available possible show give dealing""",
        "fr": """cherche cherchons recherche recherchons chercher rechercher trouver trouve trouvez souhaite souhaitons
        souhaiterais voudrais voudrions aimerais désire informations information renseignements renseignement
        concernant relatif relatifs relative relatives merci bonjour madame monsieur pouvez pourriez possédez
        conservez détenez aider existe savoir intéresse intéressé intéressée quelque chose prie svp plaît""",
        "de": """suche suchen suchte gesucht finde finden gibt möchte möchten wünsche interessiere interessieren
        informationen information auskunft betreffend betreffs bezüglich bitte danke dank guten tag liebe lieber geehrte
        geehrter geehrten damen herren hätten besitzen verfügen irgendetwas etwas irgendwelche helfen brauche benötige
        wissen zeigen vorhanden bezug""",
        "es": """busco buscamos buscar buscando encontrar encuentro quisiera quisiéramos quiero deseo desearía necesito
        información informaciones datos referente referentes relativo relativos relacionado relacionados acerca respecto
        gracias favor hola buenos días estimado estimada estimados tienen tienes podrían podría puede ayudar saber
        interesa interesado interesada existe algún alguna""",
        "ru": """ищу ищем искать найти найдите нужен нужна нужно нужны интересует интересуют интересуюсь информация
        информацию информации сведения сведений хочу хотел хотела хотелось хотим прошу пожалуйста спасибо здравствуйте
        уважаемые уважаемый уважаемая добрый день помогите подскажите скажите сообщите касающиеся касающихся относящиеся
        относительно имеются имеется существуют существует узнать""",
        "nl": """zoek zoeken gezocht vinden vind graag wil wilde willen informatie inlichtingen betreffende aangaande
        alstublieft dank bedankt geachte beste dag heren dames bezit heeft helpen nodig weten interesse geïnteresseerd
        iets""",
        "it": """cerco cerchiamo cercare cercando trovare trovo vorrei vorremmo desidero desidererei informazioni
        informazione notizie riguardante riguardanti riguardo relativo relativi relative grazie prego favore buongiorno
        gentile gentili egregio avete potete potreste aiutare sapere interessa interessato interessata qualcosa""",
        "pl": """szukam szukamy poszukuję poszukujemy szukać znaleźć chciałbym chciałabym chcę proszę informacji
        informacje dotyczących dotyczące dotyczący dziękuję dzień dobry szanowni państwo posiadacie pomóc potrzebuję
        wiedzieć interesuje""",
    }.items()
}
"""Words that ask."""

ABOUT: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": """material materials document documents documentation records record item items collection collections
        archive archives holdings files papers sources topic subject""",
        "fr": """document documents documentation matériel matériaux fonds collection collections archives archive
        sources pièces sujet propos""",
        "de": """material materialien unterlagen dokumente dokument dokumentation bestand bestände bestand sammlung
        sammlungen archiv archive archivalien akten quellen thema""",
        "es": """material materiales documento documentos documentación fondo fondos colección colecciones archivo
        archivos fuentes tema""",
        "ru": """материал материалы материалов материалах документ документы документов документах фонд фонде фонда
        фонды фондах коллекция коллекции архив архиве архива архивах источники источников тема теме теме""",
        "nl": """materiaal documenten document documentatie collectie collecties archief archieven stukken bronnen
        onderwerp""",
        "it": """materiale materiali documento documenti documentazione fondo fondi collezione collezioni archivio
        archivi fonti tema""",
        "pl": """materiały materiałów dokumenty dokumentów dokumentacji zbiór zbiory zbiorze kolekcja kolekcji archiwum
        źródła temat temacie""",
    }.items()
}
"""What is asked for in general."""

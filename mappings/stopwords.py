"""Function words by language, lower case. They are indexed (phrases need them) and dropped from a query's words."""

_LISTS = {
    "en": """a about above after again against all also am an and any are as at be because been before being below
    between both but by can could did do does doing down during each few for from further had has have having he her
    here hers herself him himself his how i if in into is it its itself just me more most my myself no nor not now of
    off on once only or other our ours ourselves out over own s same she should so some such t than that the their
    theirs them themselves then there these they this those through to too under until up us very was we were what
    when where which while who whom whose why will with would you your yours""",
    "fr": """à ai aie ainsi au aucun aussi autre aux avait avant avec avez avoir avons c car ce cela ces cet cette
    ceux chez ci comme comment d dans de depuis des donc dont du elle elles en encore entre es est et étaient étais
    était étant été être eu eux fait font furent fut il ils j je l la là le lequel les leur leurs lors lorsque lui m
    ma mais me même mes moi mon n ne nos notre nous on ont ou où par pas pendant peu peut plus pour pourquoi qu quand
    que quel quelle quelles quels qui quoi s sa sans se sera ses si soit son sont sous sur t ta te tes toi ton tous
    tout toute toutes très tu un une vers vos votre vous y""",
    "de": """aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf
    aus bei bin bis bist da damit dann das dass daß dein deine dem den denn der deren des dessen dich die dies diese
    diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch euer eure für
    gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres
    im in indem ins ist ja jede jedem jeden jeder jedes jene jenem jenen jener jenes kann kein keine keinem keinen
    keiner können könnte man manche mein meine meinem meinen meiner mich mir mit muss musste nach nicht nichts noch
    nun nur ob oder ohne sehr sein seine seinem seinen seiner seines selbst sich sie sind so solche soll sollte
    sondern sonst über um und uns unser unsere unter viel vom von vor war waren warum was weil welche welchem welchen
    welcher welches wem wen wenn wer werde werden wie wieder wieviel will wir wird wirst wo wann warum wodurch wofür
    woher wohin worauf worin worum wovon wozu viele vielen gibt gab wurde wurden zu zum zur zwar zwischen""",
    "es": """a al algo algunas algunos ante antes aquel aquella como con contra cual cuál cuáles cuando cuándo cuánto
    cuántos cuántas cuanta de del desde donde dónde durante e el él ella ellas ellos en entre era eran es esa esas ese
    eso esos esta está están estas este esto estos fue fueron ha había habían han hasta hay la las le les lo los más
    me mi mis mucho muchos muy nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por
    porque qué que quien quién quienes quiénes se sea ser si sí sido sin sobre son su sus también tan tanto te tenía
    tiene tienen todo todos tu tus un una uno unos vosotros y ya yo""",
    "it": """a ad agli ai al alla alle allo anche avere aveva c che chi ci come con contro cui da dagli dai dal dalla
    dalle dallo dei del della delle dello degli di dove e è ed era erano essere fra gli ha hanno ho i il in io l la le
    lei li lo loro lui ma me mi mia mie miei mio molto ne negli nei nel nella nelle nello noi non nostra nostro o ogni
    per perché più poi quale quali quando quanto quella quelle quelli quello questa queste questi questo qui se sei si
    sia siamo sono sta stato su sua sue sugli sui sul sulla sulle sullo suo suoi te ti tra tu tutti tutto un una uno vi
    voi""",
    "nl": """aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een eens en er
    ge geen geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan kon kunnen maar
    me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over reeds te tegen toch toen
    tot u uit uw van veel voor want waren was wat werd wezen wie wil worden wordt zal ze zelf zich zij zijn zo zonder
    zou""",
    "ru": """а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его ее
    её ей ему если есть еще ещё же за зачем здесь и из или им их к как какая какие какой каков какова каково каковы
    каких какого каким какую ко когда кого кому которая которого которое которой котором которую которые который
    которых кто куда ли лишь мне может мы на над надо нас не него нее неё ней нет ни них но ну о об однако он она они
    оно от ото перед по под после потом почему при про раз с сам свою себе себя сколько со так также такой там тебя
    тем теперь то тогда того тоже той только том тот ту ты у уже хотя чего чей чем через что чтоб чтобы чье чья эта
    эти этим этих это этого этой этом этот эту я онъ въ съ къ изъ отъ объ надъ подъ передъ безъ черезъ такъ какъ тамъ
    нѣтъ мнѣ всѣ всѣхъ тѣмъ гдѣ ея онѣ""",
    "uk": """а або але без би був була були було бути в вам вас весь вже ви від він вона вони воно все всі де для до є
    з за зі і із її їй їм їх й його йому ж же за та так також там те ти тим то тоді той тому у це цей ця ці цього чи
    чого чому що щоб я як яка яке який яких якщо які коли куди на над нам нас наш не ні нього о по при про під
    після""",
    "pl": """a aby ale albo am ani bez bo był była było były być by co czy czyli dla do gdy gdzie go i ich ile im ja
    jak jako je jego jej jest jestem jeszcze już każdy kiedy kto która które którego której który których którzy lub
    ma mi mnie może my na nad nam nas nasz nie nich nim niż no o od on ona one oni oraz po pod przed przez przy są się
    sobie swoje ta tak także tam te tego tej ten to tu tylko tym tych u w we więc wszystko z za ze że żeby""",
    "cs": """a aby aj ale ani až by byl byla byli bylo být co či do ho i já jak jako je jeho jej její jejich jen jenž
    ještě již jsem jsme jsou k kam kde kdo kdy kdyby když ke která které kterého který kteří ku má mě mezi mi mít mně
    mnou můj my na nad nám naše náš ne nebo než nic není o od on ona oni ono pak po pod podle pro proto proč před při
    s se si sice své svůj ta tak také tam tato te tě tedy ten tento to tohoto tom tomu toto tu tuto ty u už v vám váš
    ve více však všechno vy z za zda ze že""",
    "pt": """a ao aos as até com como da das de dela dele do dos e é ela elas ele eles em entre era essa esse esta
    está este eu foi foram há isso isto já lhe mais mas me mesmo meu minha muito na não nas nem no nos nós o os ou
    para pela pelas pelo pelos por qual quando que quem são se sem ser seu seus só sua suas também te tem um uma
    você""",
    "da": """af alle at blev da de dem den denne der deres det dette dig din dog du efter eller en er et for fra ham
    han har havde hende her hos hun hvad hvis hvor i ikke ind jeg man med meget men mig min mod når nu og også om op
    os over på sig sin som til ud under var vi vil ville være""",
    "sv": """alla att av blev de dem den denna det detta dig din du där efter eller en er ett för från ha hade han har
    hon honom hur här i icke inte jag kan man med men mig min mot mycket nu när och om oss på sig sin som så till
    under upp ut utan var vara vi vid vilken än är över""",
    "no": """alle at av ble da de dem den denne der det dette du eller en er et etter for fra ha hadde han har hun hva
    hvor i ikke jeg kan man med meg men mot når og om opp oss over på seg sin som så til under ut var ved vi være""",
    "ro": """a al ale am ar are au ca care cu cum da dar de din după ea ei el era este eu fi fost în la le lor lui mai
    ne nu o pe pentru prin sa sau se sunt și un una unde""",
    "hu": """a az azt be csak de egy el és ez ezt fel ha hogy hogyan is itt ki kell le lesz meg mert mi mint most
    nagyon nem ott s sem úgy van volt vagy""",
}

STOP_WORDS: dict[str, frozenset[str]] = {code: frozenset(words.split()) for code, words in _LISTS.items()}

"""How compounds are made, by language: what stands between the parts, and what looks like a part and is none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Compounding:
    """`links` may stand behind a part; `lost` may be missing at its end; `no_first`, `no_last` are no parts there.

    `nouns`: the table writes nouns with a capital, and the last part is one.
    """

    links: tuple[str, ...]
    lost: tuple[str, ...] = ()
    no_first: frozenset[str] = frozenset()
    no_last: frozenset[str] = frozenset()
    nouns: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COMPOUNDING: dict[str, Compounding] = {
    "de": Compounding(
        ("s", "es", "n", "en", "er", "e", "ns", "ens"),
        ("e", "en"),
        _words(
            "über unter wider wieder hinter gegen nach durch außer ober nieder fort heim statt voll fehl "
            "miss hoch kontr wied mate assi kata inter trans tran kontra extra super tele mono poly auto "
            "ultra anti pseudo kommen damit "
            "darin herein hinein heran hinauf herauf empor entgegen zusammen zurück zuvor voraus vorbei "
            "weiter einander aber denn doch eben eine einer eines einen ihre ihren ihrer sein seine meine "
            "nicht noch oder sich sind wird wenn"
        ),
        _words(
            "eilung rial stent loosheid schaft schaften heit heiten keit keiten haft haften ling linge nisse nissen "
            "chen lein tums "
            "tümer ungen ismus ismen isten istin ität itäten ation ationen enten ente erei ereien ibel ieren "
            "iere ierung ester ster sten stens tion tionen rung lung nung sung tung igkeit losigkeit erin "
            "innen ende enden seits wegs alter esse essen elle ellen erst eren ich ihr"
        ),
        nouns=True,
    ),
    "nl": Compounding(
        ("s", "e", "en", "er", "n"),
        ("e",),
        _words("over onder tegen door achter voor binnen buiten weder samen terug vast weer inter trans"),
        _words(
            "chap loosheid heid heden schap schappen lijk lijke lijks ling loos loze isme isten atie aties eren erij"
        ),
    ),
    "sv": Compounding(
        ("s", "e", "a", "o", "u"),
        ("a", "e"),
        _words("över under efter fram före genom inom inter mellan upp utan åter"),
        _words("skap skapet heten heter lighet else elsen ismen erna arna orna inga ning ningen lig liga"),
    ),
    "da": Compounding(
        ("s", "e"),
        ("e",),
        _words("over under efter frem gennem inden inter mellem uden igen tilbage"),
        _words("skab skabet heden heder else elsen ismen erne ning ningen lige lighed"),
    ),
    "no": Compounding(
        ("s", "e"),
        ("e",),
        _words("over under etter frem fram gjennom innen inter mellom uten igjen tilbake"),
        _words("skap skapet heten heter else elsen ismen erne ning ningen lige lighet"),
    ),
}

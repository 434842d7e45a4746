"""The main job: collections → records → documents → a new generation of an engine."""

import os
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from discovery.dates import Rules
from discovery.dictionaries.store import dictionaries, sources
from discovery.engines.port import About, Writer
from discovery.errors import BadFile, CollectionError, EngineError
from discovery.knowledge import Knowledge
from discovery.names.authority import Authority, AuthorityFile
from discovery.names.thesaurus import Concept, Thesaurus
from discovery.records import Page, Source, Unit
from discovery.text.language import passages
from indexer.accounting import Account
from indexer.arrangement import Placed, arrange
from indexer.collection import Collection
from indexer.documents import Archive, FiledPage, candidates, file_page, folder_documents, series_document
from indexer.first_look import first_look
from indexer.pagework import PageJob, PagesRead, reading
from indexer.progress import Progress
from indexer.readers import IMAGE, read_units
from indexer.readers import Report as Fault
from indexer.readers.knowledge import read_authorities, read_concepts
from indexer.report import Report
from mappings.languages import LANGUAGES

Known = TypeVar("Known", Authority, Concept)
Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class _Filed:
    """A page file and the unit whose pages it holds."""

    placed: Placed
    job: PageJob
    sequence: int
    image: str
    listed_in: str


Tell = Callable[[str], None]


def load(
    collections: Sequence[Collection], writer: Writer, progress: Progress, tell: Tell = lambda line: None
) -> Report:
    """Load collections into a new generation and make it current. On any error the archive stays as it was.

    `tell` hears a sentence for each setting that nobody made and that the sources were asked for.
    An engine's error, or Ctrl+C, has a note of how to go on where what was written is kept.
    """
    report, started = Report(), time.perf_counter()
    try:
        languages: set[str] = set()
        roots: list[tuple[Collection, list[Placed]]] = []
        taken: dict[str, Unit] = {}
        above = _above(collections)
        accounts = [Account(collection, report, above) for collection in collections]
        for account in accounts:
            roots.append((account.collection, _arranged(account, taken)))
            taken |= {placed.unit.id: placed.unit for root in roots[-1][1] for placed in root.walk()}
        if not any(placed for _, placed in roots):
            reasons = "\n".join(f"  {line}" for line in report.skipped_lines())
            raise CollectionError(f"Nothing to load.\n{reasons}" if reasons else "Nothing to load.")
        for account, (_, placed) in zip(accounts, roots, strict=True):
            languages |= _load(account, placed, writer, progress, tell)
        knowledge = _knowledge(accounts)
        dictionaries(sources(_common((account.collection.dictionaries for account in accounts), "system")))
        report.files = [statement for account in accounts for statement in account.statements()]
        report.seconds = time.perf_counter() - started
        writer.commit(_about(roots, report, languages), knowledge)
        for key, reason in writer.refused:
            report.skip(Source(key), f"the engine would not take it: {reason}")
    except (EngineError, KeyboardInterrupt) as error:
        if how := writer.suspend():
            error.add_note(how)
        raise
    except BaseException:
        writer.abandon()
        raise
    return report


def unit_ids(collections: Sequence[Collection]) -> frozenset[str]:
    """The ids that a load would give to the units of collections, which no page has to be read for."""
    report, taken = Report(), dict[str, Unit]()
    for collection in collections:
        account = Account(collection, report, _above(collections))
        roots = _arranged(account, taken)
        taken |= {placed.unit.id: placed.unit for root in roots for placed in root.walk()}
    return frozenset(taken)


def _above(collections: Sequence[Collection]) -> Path:
    """The folder that all of them lie in, from which the site finds their images."""
    return Path(os.path.commonpath([collection.root.resolve() for collection in collections]))


def _arranged(account: Account, taken: Mapping[str, Unit]) -> list[Placed]:
    collection = account.collection

    def units() -> Iterator[Unit]:
        for path, shown in collection.description_files():
            try:
                yield from account.reading(read_units(path, shown, account.skip, account.note, collection.columns))
            except BadFile as error:
                account.skip(Source(error.file, error.line), error.reason)
        yield from collection.found_units()
        for refused, reason in collection.tree.refused.items():
            account.skip(Source(refused or collection.root.name), reason)

    roots = arrange(units(), collection.folder_levels, collection.sections, account.skip, account.note, taken)
    account.placed(placed.unit for root in roots for placed in root.walk())
    return roots


def _load(account: Account, roots: list[Placed], writer: Writer, progress: Progress, tell: Tell) -> set[str]:
    """Write all units of a collection; the languages that occur."""
    collection, report = account.collection, account.report
    called = collection.id if len(roots) == 1 else ""
    looked = first_look(collection, roots, _known(collection.languages))
    if not collection.languages:
        tell(f"languages are likely as they are in a first look: {looked}")
    archive = Archive(
        looked.languages,
        looked.texts,
        called,
        collection.holder,
        pages=report.pages,
        dates=collection.dates,
        by_file=looked.by_file,
    )
    tops = [placed for root in roots for placed in root.walk() if placed.folder in (None, placed)]
    progress.total(len(tops))
    seen: set[str] = set()
    waiting: deque[list[_Filed]] = deque()
    with reading(_jobs(tops, waiting, archive, account)) as results:
        for placed in tops:
            pages = list(_pages(placed, waiting, results, account, archive))
            if placed.folder is None:
                writer.replace(placed.unit.id, [series_document(placed, archive)])
            else:
                writer.replace(placed.unit.id, folder_documents(placed, pages, archive))
            seen |= _count(placed, pages, report)
            progress.advance(1, len(pages))
    _dates(archive, report)
    return seen | archive.described | set(collection.languages)


def _jobs(
    tops: Iterable[Placed], waiting: deque[list[_Filed]], archive: Archive, account: Account
) -> Iterator[list[PageJob]]:
    """The page files of each unit in turn; what they are filed under is put on `waiting` before they are read."""
    for placed in tops:
        files = _files(placed, archive, account)
        waiting.append(files)
        yield [filed.job for filed in files]


def _known(languages: Iterable[str]) -> tuple[str, ...]:
    return tuple(code for code in languages if code in LANGUAGES) or tuple(LANGUAGES)


def _files(folder: Placed, archive: Archive, account: Account) -> list[_Filed]:
    """The page files of a folder: those that its items claim are theirs, the others its own."""
    collection = account.collection
    if folder.folder is None:
        return []
    claimed: dict[str, _Filed] = {}
    for placed in reversed(list(folder.walk())):
        languages = candidates(placed, archive.texts)
        found, missing = collection.page_files(placed.unit, folder.unit.ref, placed is folder)
        for reason in missing:
            account.skip(placed.unit.source, reason)
        for file in found:
            # An item may own the page; number and image are the folder's, which counts through.
            owner = claimed[file.path].placed if file.path in claimed else placed
            job = PageJob(collection.root / file.path, file.path, languages)
            claimed[file.path] = _Filed(owner, job, file.sequence, file.image, file.listed_in)
    order = {id(placed): number for number, placed in enumerate(folder.walk())}
    return sorted(claimed.values(), key=lambda filed: (order[id(filed.placed)], filed.sequence))


def _pages(
    folder: Placed, waiting: deque[list[_Filed]], results: Iterator[list[PagesRead]], account: Account, archive: Archive
) -> Iterator[FiledPage]:
    """The pages of a folder, in order: what its records carry themselves, and its page files."""
    for placed in folder.walk():
        if placed.folder and placed.unit.text:
            own = _own_text(placed, archive)
            account.page(own.page)
            yield own
    found = next(results)
    last: Counter[str] = Counter()
    for filed, read in zip(waiting.popleft(), found, strict=True):
        for source, reason in read.faults:
            account.skip(source, reason)
        _note_empty(read, account)
        before = max(last[filed.placed.unit.id], filed.sequence - 1)  # a file can hold several pages
        for page in read.pages:
            sequence = last[filed.placed.unit.id] = before + page.sequence
            here = f"{filed.job.shown}{page.image}" if page.image.startswith("#") else ""
            whole = replace(page, sequence=sequence, image=filed.image or here)
            account.page(whole, read.kind, filed.listed_in)
            yield file_page(
                filed.placed,
                replace(whole, image=account.shared(whole.image)),
                f"{filed.placed.unit.id}/{sequence:04d}",
            )


def _note_empty(read: PagesRead, account: Account) -> None:
    empty = [page for page in read.pages if not page.text.strip()]
    if read.kind == IMAGE.name or not empty:
        return
    if len(empty) == len(read.pages) > 1:
        account.note(empty[0].source, f"no text on any of its {len(empty)} pages")
        return
    for page in empty:
        account.note(page.source, "no text on this page")


def _own_text(placed: Placed, archive: Archive) -> FiledPage:
    """The text that a record carries is one page, under the record's own id."""
    unit = placed.unit
    found = passages(unit.text, candidates(placed, archive.texts))
    return file_page(placed, Page(sequence=1, text=unit.text, source=unit.source, passages=found), unit.id)


def _count(top: Placed, pages: Sequence[FiledPage], report: Report) -> set[str]:
    within = list(top.walk()) if top.folder else [top]
    report.units.update(placed.kind for placed in within)
    report.pages += len(pages)
    for page in pages:
        report.languages.update(page.languages or ("",))
    if top.folder and top.section:
        report.sections[top.section.value] += 1
    described = {placed.unit.language for placed in within}
    others = (code for page in pages for passage in page.page.passages for code in passage.others.split())
    return {*(code for page in pages for code in page.languages), *filter(None, described), *others}


def _dates(archive: Archive, report: Report) -> None:
    for source, text in archive.dates_unread:
        report.note(source, f"date not understood, kept as written: “{text}”")
    if archive.date_conflicts:
        report.note(Source("dates"), f"{archive.date_conflicts} where @normal contradicts the wording: both are kept")


def _knowledge(accounts: Sequence[Account]) -> Knowledge:
    """Who is who and which concepts there are, in all the files that the collections name."""
    authorities = _records(accounts, Collection.authority_files, "a list of who is who", read_authorities)
    concepts = _records(accounts, Collection.thesaurus_files, "a list of concepts", read_concepts)
    return Knowledge(AuthorityFile(authorities), Thesaurus(concepts))


def _records(
    accounts: Sequence[Account],
    named: Callable[[Collection], Iterable[tuple[Path, str]]],
    kind: str,
    read: Callable[[Path, str, Fault], Iterator[Known]],
) -> Iterator[Known]:
    """The records of files that may be named by several collections; of two with one id the first counts."""
    first: dict[str, str] = {}
    files = {
        path.resolve(): (path, shown, account) for account in accounts for path, shown in named(account.collection)
    }
    for path, shown, account in files.values():
        account.kinds[shown] = kind
        try:
            for record in read(path, shown, account.skip):
                if record.id in first:
                    account.skip(Source(shown), f"record left out: {record.id!r} is in {first[record.id]} already")
                else:
                    first[record.id] = shown
                    account.count(shown, records=1)
                    yield record
        except BadFile as error:
            account.skip(Source(error.file, error.line), error.reason)


def _common(values: Iterable[Said], otherwise: Said) -> Said:
    """What all collections say."""
    said = list(dict.fromkeys(values))
    return said[0] if len(said) == 1 else otherwise


def _about(roots: Sequence[tuple[Collection, list[Placed]]], report: Report, languages: set[str]) -> About:
    named = (ref for _, placed in roots for root in placed for ref in (root.unit.ref, *root.unit.refs))
    facts: dict[str, Any] = {
        "title": " · ".join(collection.title for collection, _ in roots),
        "titles": [collection.title for collection, _ in roots],
        "holder": _common((c.holder or root.unit.holder for c, placed in roots for root in placed), ""),
        "address": _common((collection.address for collection, _ in roots), ""),
        "dictionaries": _common((collection.dictionaries for collection, _ in roots), "system"),
        "order_by": _common((collection.order_by for collection, _ in roots), "folder"),
        "citation": _common((collection.citation for collection, _ in roots), ""),
        "request_url": _common((collection.request_url for collection, _ in roots), ""),
        "notice": " ".join(dict.fromkeys(collection.notice for collection, _ in roots if collection.notice)),
        "dates": _common((collection.dates for collection, _ in roots), Rules()).to_json(),
        "root": str(_above([collection for collection, _ in roots])),
        "references": sorted({*(collection.id for collection, _ in roots), *named} - {""}),
    }
    counts = {**report.units, "page": report.pages}
    loaded = datetime.now(UTC).isoformat(timespec="seconds")
    return About(facts, loaded, counts, tuple(code for code in LANGUAGES if code in languages), "")

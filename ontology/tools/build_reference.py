"""Write `ontology/reference/countries.ttl` and `places.ttl` from published code lists.

    python ontology/tools/build_reference.py SOURCES

SOURCES is a folder with the three sources that the Turtle names: `country-codes.csv` (codes, formal names, regions),
`countries-prototype.tsv` (demonyms, capitals, Wikidata items) and `rigour-territories/` (full names). What they lack
or spell otherwise is written by hand in `countries.tsv` beside this script. Run it when a source or that table changes.
"""

import csv
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.iris import slug

_HERE = Path(__file__).parent
_TARGET = _HERE.parent / "reference"
_KOSOVO = {
    "alpha2": "XK", "alpha3": "XKX", "m49": "412", "qid": "Q1246", "capital": "Pristina", "geonames": "831053",
    "region": "Europe", "subregion": "Southern Europe", "intermediate": "",
}  # fmt: skip
"""Kosovo has no ISO code; XK and XKX are the user-assigned ones in general use, 412 UNSD's internal number."""

_UNCHANGED = re.compile(
    r"(ese|ish|ic|French|Dutch|ois|tho|wana|[cs]h(wo)?m[ae]n|Manx|asy|gyz|Kirghiz|Swiss|ab[eèé]|Vanuatu)$"
)
"""Ends of demonyms that are their own plural, or have none."""

_HEAD = """\
# Written by ontology/tools/build_reference.py; change its tables, not this file.
# Sources: datasets/country-codes (ISO 3166-1, UNTERM, UN M49, GeoNames, CLDR; Open Data Commons PDDL 1.0),
# The World Factbook (demonyms, capitals; public domain), opensanctions/rigour (full names; MIT),
# Wikidata (items; CC0 1.0). IRIs are relative to the deployment's base.
@prefix par: <https://w3id.org/parley/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix schema: <https://schema.org/> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .

"""


@dataclass(frozen=True, slots=True)
class Country:
    alpha2: str
    alpha3: str
    m49: str
    qid: str
    geonames: str
    label: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    shared: tuple[str, ...]
    capital: tuple[str, ...]  # its spellings, the one to show first
    seats: tuple[str, ...]
    regions: tuple[tuple[str, str], ...]  # name and M49 code, smallest first


def main(sources: Path) -> None:
    countries = sorted(read(sources), key=lambda country: country.alpha2)
    places = place_ids(countries)
    write("countries.ttl", (country_turtle(country, places) for country in countries))
    write("places.ttl", place_turtle(countries, places))


def write(name: str, statements: Iterable[str]) -> None:
    (_TARGET / name).write_text(_HEAD + "".join(statements), encoding="utf-8")


def read(sources: Path) -> Iterator[Country]:
    """Join the sources on the two-letter code."""
    patches = read_patches()
    codes = {row["ISO3166-1-Alpha-2"]: row for row in read_table(sources / "country-codes.csv", ",")}
    for row in [*read_table(sources / "countries-prototype.tsv", "\t"), _KOSOVO]:
        code = row["alpha2"]
        full = rigour_names(sources / "rigour-territories" / f"{code.lower()}.yml")
        yield join(row, codes.get(code, {}), full, patches.get(code, {}))


def join(row: dict[str, str], code: dict[str, str], full: list[str], patch: dict[str, list[str]]) -> Country:
    label = patch.get("label", [row.get("name", "")])[0]
    unterm = [code.get(key, "") for key in ("UNTERM English Short", "UNTERM English Formal", "official_name_en")]
    names = distinct(clean_name(name) for name in [*patch.get("names", []), *unterm, *full, row.get("name", "")])
    capital = [name.strip() for name in patch.get("capital", [row["capital"]]) if name.strip(" -")]
    return Country(
        alpha2=row["alpha2"], alpha3=row["alpha3"], m49=row["m49"].zfill(3), qid=row["qid"], geonames=row["geonames"],
        label=label, names=tuple(name for name in names if name != label),
        demonyms=with_plurals(patch["demonyms"] if "demonyms" in patch else factbook(row)),
        shared=with_plurals(patch.get("shared", [])), capital=tuple(capital), seats=tuple(patch.get("seats", [])),
        regions=regions(row, code),
    )  # fmt: skip


def regions(row: dict[str, str], code: dict[str, str]) -> tuple[tuple[str, str], ...]:
    pairs = (
        (row["intermediate"], code.get("Intermediate Region Code", "")),
        (row["subregion"], code.get("Sub-region Code", "039")),  # 039: Southern Europe, for Kosovo
        (row["region"], code.get("Region Code", "150")),  # 150: Europe, for Kosovo
    )
    return tuple((name, number.zfill(3)) for name, number in pairs if name)


def factbook(row: dict[str, str]) -> list[str]:
    """Return the adjectives and nouns of an entry such as `Lao or Laotian`, `Croat(s), Croatian(s)`."""
    entry = f"{row['adjective']},{row['noun']}".partition("; note")[0]
    words = (re.sub(r"\(.*?\)", "", part).strip() for part in re.split(r",| or |;|/", entry))
    return distinct(word for word in words if word not in {"", "none", "NA"})


def with_plurals(words: list[str]) -> tuple[str, ...]:
    """Add what news calls several of them: nothing for words that are their own plural, or none.

    >>> with_plurals(["Malian", "Chinese", "Polish", "Saudi"])
    ('Malian', 'Chinese', 'Polish', 'Saudi', 'Malians', 'Saudis')
    """
    kept = [word for word in words if word != "-"]
    return tuple(distinct([*kept, *(word + "s" for word in kept if not _UNCHANGED.search(word))]))


def clean_name(name: str) -> str:
    """Drop the article, footnote marks and parentheses; empty for a name turned round ("Bolivia (State of)")."""
    bare = re.sub(r"\s*(\((the|Vatican)\)|\*+)", "", name).strip()
    return "" if re.search(r"[(\[]", bare) else re.sub(r"^the ", "", bare)


def country_turtle(country: Country, places: Mapping[tuple[str, str], str]) -> str:
    capital = places[country.capital[0], country.alpha2] if country.capital else ""
    return statement([
        f"<id/country/{country.alpha2.lower()}> a par:Country",
        f'rdfs:label "{country.label}"@en',
        texts("skos:altLabel", country.names),
        texts("wdt:P1549", (*country.demonyms, *country.shared)),
        f'dcterms:identifier "{country.alpha2}"',
        f'skos:notation "{country.alpha2}"^^par:iso3166-1-alpha2 , "{country.alpha3}"^^par:iso3166-1-alpha3',
        f'wdt:P2082 "{country.m49}"',
        f"wdt:P36 <id/place/{capital}>" if capital else "",
        f"schema:containedInPlace <id/place/{slug(country.regions[0][0])}>" if country.regions else "",
        f"owl:sameAs wd:{country.qid} , <https://sws.geonames.org/{country.geonames}/>",
    ])  # fmt: skip


def place_turtle(countries: list[Country], places: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """Yield the regions, from the largest, then the capitals and other seats of government."""
    yield from region_turtle(countries)
    for country in countries:
        for name, *spellings in filter(None, [country.capital, *((seat,) for seat in country.seats)]):
            yield statement([
                f"<id/place/{places[name, country.alpha2]}> a par:Place",
                f'rdfs:label "{name}"@en',
                texts("skos:altLabel", spellings),
                f"par:country <id/country/{country.alpha2.lower()}>",
            ])  # fmt: skip


def place_ids(countries: list[Country]) -> dict[tuple[str, str], str]:
    """Name every capital and seat; where two share a name, the second gets its country's code too."""
    ids: dict[tuple[str, str], str] = {}
    for country in countries:
        for name in (*country.capital[:1], *country.seats):
            plain = slug(name)
            ids[name, country.alpha2] = f"{plain}-{country.alpha2.lower()}" if plain in ids.values() else plain
    return ids


def region_turtle(countries: list[Country]) -> Iterator[str]:
    known: dict[str, tuple[str, str]] = {}
    for country in countries:
        for (name, code), (parent, _) in zip(country.regions, [*country.regions[1:], ("", "")], strict=False):
            known[name] = (code, parent)
    for name, (code, parent) in sorted(known.items(), key=lambda item: item[1][0]):
        yield statement([
            f"<id/place/{slug(name)}> a par:Place",
            f'rdfs:label "{name}"@en',
            f'wdt:P2082 "{code}"',
            f"schema:containedInPlace <id/place/{slug(parent)}>" if parent else "",
        ])  # fmt: skip


def statement(lines: Iterable[str]) -> str:
    return " ;\n  ".join(line for line in lines if line) + " .\n"


def texts(prop: str, values: Iterable[str]) -> str:
    quoted = " , ".join(f'"{value}"@en' for value in values)
    return f"{prop} {quoted}" if quoted else ""


def distinct(values: Iterable[str]) -> list[str]:
    return [value for value in dict.fromkeys(values) if value]


def rigour_names(path: Path) -> list[str]:
    found = re.findall(r"^full_name: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE) if path.exists() else []
    return [name.strip("'\"") for name in found]


def read_table(path: Path, delimiter: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def read_patches() -> dict[str, dict[str, list[str]]]:
    patches: dict[str, dict[str, list[str]]] = {}
    for line in (_HERE / "countries.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, field, values = line.split("\t")
            patches.setdefault(code, {})[field] = values.split("|")
    return patches


if __name__ == "__main__":
    main(Path(sys.argv[1]))

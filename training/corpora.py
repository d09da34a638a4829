"""Reads the files of a corpus from a folder of archives or of unpacked folders."""

import tarfile
from collections.abc import Iterator
from pathlib import Path

ARCHIVES = {
    "ewt": "ewt-conllu.tar.xz",
    "gum": "gum-conllu.tar.xz",
    "newswire": "newswire.tar.xz",
    "tehran-times": "tehran-times.tar.xz",
    "uner": "uner-iob2.tar.xz",
}


def files(corpora: Path, name: str, suffix: str) -> Iterator[tuple[str, str]]:
    """Yield (file name, text) of each file of corpus `name` that ends in `suffix`, in order of name.

    `corpora` holds either a folder `name` or the published archive.

    Raises FileNotFoundError if it holds neither.
    """
    folder, archive = corpora / name, corpora / ARCHIVES[name]
    if folder.is_dir():
        for path in sorted(folder.rglob(f"*{suffix}")):
            yield path.name, path.read_text(encoding="utf-8", errors="replace")
    elif archive.is_file():
        yield from _members(archive, suffix)
    else:
        raise FileNotFoundError(f"{corpora}: neither {folder.name}/ nor {archive.name}")


def _members(archive: Path, suffix: str) -> Iterator[tuple[str, str]]:
    with tarfile.open(archive) as tar:
        found: dict[str, str] = {}
        for member in tar:
            stream = tar.extractfile(member) if member.name.endswith(suffix) else None
            if stream is not None:
                found[Path(member.name).name] = stream.read().decode("utf-8", errors="replace")
    yield from sorted(found.items())

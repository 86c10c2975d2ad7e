"""As the operating system sees it: a run reads the folder, the program and its libraries, and asks for no network."""

import shutil
from pathlib import Path

import pytest
from looks import put
from pdfs import written
from traced import traced

from generator.model.association import Association

COVER = '{% extends "base/cover.html" %}\n{% block cover_title %}{{ super() }}{% endblock %}\n'


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not there; script/opened tries the same by hand")
def test_no_file_outside_is_opened_and_no_network_asked_for(tmp_path: Path) -> None:
    secret = put(tmp_path / "annat", {"hemligt.md": "# Inledning"}) / "hemligt.md"
    folder = tmp_path / "här"
    written({Association: ({"name": "Förbundet", "year": 2025},)}, put(folder / "a", {"mall/cover.html": COVER}))
    assert traced(["render", "a", "--output", "ut"], folder) == []
    assert (folder / "ut" / "a.pdf").exists()
    (folder / "a" / "texter.md").symlink_to(secret)
    assert traced(["check", "a"], folder) == []
    assert traced(["check", secret], folder) == [str(secret)]  # so that the trace is known to see

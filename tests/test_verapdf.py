"""The PDFs are what they say: the reference validator has nothing against them, by PDF/A-2a and by PDF/UA-1."""

from pathlib import Path

import pytest
import verapdf
from fifth_report import fifth_report
from pdfs import drawn, hard, opened, sofint

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(verapdf.missing()), reason=verapdf.missing() or "finns"),
]


def test_the_reference_validator_passes_the_reports_and_finds_a_spoilt_one(tmp_path: Path) -> None:
    for name, pdf in (("sofint", sofint()[2]), ("hard", hard()[1]), ("fifth", drawn(fifth_report()))):
        (tmp_path / f"{name}.pdf").write_bytes(pdf)
    with opened(hard()[1]) as spoilt:
        del spoilt.Root.Lang
        del spoilt.Root.MarkInfo
        spoilt.save(tmp_path / "spoilt.pdf")
    found = verapdf.faults(sorted(tmp_path.glob("*.pdf")))
    assert {each.file for each in found} == {"spoilt.pdf"}
    assert {each.profile for each in found} == set(verapdf.PROFILES)

import pytest

from kg.lexicon.publishers import publisher_country


@pytest.mark.parametrize(
    ("publisher", "country"),
    [
        ("palantir.com.na", "NA"),
        ("palantir.co.uk", "GB"),
        ("palantir.gov", "US"),
        ("mali.palantir.tv", None),
        ("english.todaymali.com", "ML"),
        ("thebamakopost.net", "ML"),
        ("indianapolispalantir.com", None),
        ("Mali Daily Herald", "ML"),
        ("The Palantir", None),
        ("www.haaretz.com", "IL"),
        ("koreajoongangdaily.joins.com", "KR"),
        ("Khaleej Times", "AE"),
        ("en.mehrnews.com", "IR"),
        ("straitstimes.com", "SG"),
        ("Ministry of Foreign Affairs of Mali", "ML"),
        ("New Straits Times", "MY"),
        (None, None),
    ],
)
def test_an_outlets_name_or_address_tells_its_country(publisher: str | None, country: str | None) -> None:
    assert publisher_country(publisher) == country

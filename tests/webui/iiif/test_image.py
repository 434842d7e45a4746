"""IIIF Image API 3, level 1: what a part and a size come to, by a table; and images as a client asks for them."""

import io

import pytest
from PIL import Image

from discovery.errors import UsageError
from webui.iiif.image import Size, region, size

WHOLE = Size(1000, 1400)
MEANT = """
full            max     0,0,1000,1400  1000,1400
square          max     0,200,1000,1000  1000,1000
0,0,512,512     256,    0,0,512,512    256,256
900,1300,512,512  max   900,1300,100,100  100,100
full            ,700    0,0,1000,1400  500,700
full            10,20   0,0,1000,1400  10,20
full            !200,200  0,0,1000,1400  143,200
full            !9999,9999  0,0,1000,1400  1000,1400
"""
REFUSED = """
1000,0,10,10  max
0,0,0,10      max
-1,0,10,10    max
pct:1,1,1,1   max
full          1001,
full          ^2000,
full          0,0
full          ,
full          !10,
full          pct:50
full          ../..
"""


@pytest.mark.parametrize("line", MEANT.strip().splitlines())
def test_what_is_meant(line):
    asked_region, asked_size, part, wanted = line.split()
    found = region(asked_region, WHOLE)
    assert ",".join(map(str, found)) == part
    assert ",".join(map(str, size(asked_size, found))) == wanted


@pytest.mark.parametrize("line", REFUSED.strip().splitlines())
def test_what_is_refused(line):
    asked_region, asked_size = line.split()
    with pytest.raises(UsageError):
        size(asked_size, region(asked_region, WHOLE))


def test_an_image_says_how_to_ask_for_it(client):
    answer = client.get("/iiif/image/f15.1%2F0001/info.json")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    said = answer.get_json(force=True)
    assert said["id"].endswith("/iiif/image/f15.1%2F0001")
    assert (said["profile"], said["width"], said["height"]) == ("level1", 6, 8)
    assert client.get("/iiif/image/f15.1%2F0001").location.endswith("/iiif/image/f15.1%2F0001/info.json")


def test_a_part_comes_at_the_size_asked_for(client):
    answer = client.get("/iiif/image/f15.1%2F0001/0,0,4,4/2,/0/default.jpg", buffered=True)
    assert answer.mimetype == "image/jpeg"
    assert Image.open(io.BytesIO(answer.data)).size == (2, 2)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("f15.1%2F0001/full/max/90/default.jpg", 400),
        ("f15.1%2F0001/full/max/0/default.tif", 400),
        ("f15.1%2F0001/full/7,/0/default.jpg", 400),
        ("f15.1%2F0002/full/max/0/default.jpg", 404),  # its record leads out of the folder
        ("f15.1%2F0002/info.json", 404),
        ("f12%2F0001/info.json", 404),  # no image
        ("nope/info.json", 404),
        ("..%2F..%2Fsecret.png/full/max/0/default.jpg", 404),
    ],
)
def test_what_there_is_not(client, path, status):
    answer = client.get(f"/iiif/image/{path}")
    assert answer.status_code == status
    assert answer.get_json()["error"]["message"]

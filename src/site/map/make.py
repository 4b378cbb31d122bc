"""Writes outlines.tsv and frames.tsv from Natural Earth's first-level divisions (see README.md beside the result).

python make.py admin1.json OUT_FOLDER        (needs shapely >= 2.1)
"""
import json, math, sys
import shapely
from shapely.geometry import shape, box, MultiPolygon, Polygon
from shapely.ops import unary_union, transform

SOURCE, OUT = sys.argv[1:3]
OVERSEAS = {"GP": "971", "MQ": "972", "GF": "973", "RE": "974", "YT": "976"}
COLLECTIVITIES = {"SPM": "975", "BLM": "977", "MAF": "978", "WLF": "986", "PYF": "987", "NCL": "988"}
INNER = ["75", "92", "93", "94"]
# Boxes: frame, x, y, width, height. The main one keeps its scale: one unit is about a kilometre.
STRIP = 950
# Outlines are drawn on a grid of so many units, about a pixel and a half of a page, which halves their digits.
GRID = 2
BOXES = [("paris", 4, 4, 186, 152)]
BOXES += [(c, 4 + 199 * i, STRIP, 190, 165) for i, c in enumerate(["971", "972", "973", "974", "976"])]
BOXES += [(c, 4 + 166 * i, STRIP + 212, 158, 120) for i, c in enumerate(["975", "977", "978", "986", "987", "988"])]

shapes = {}
for feature in json.load(open(SOURCE))["features"]:
    p = feature["properties"]
    if p["adm0_a3"] == "FRA":
        code = p["iso_3166_2"][3:]
        code = OVERSEAS.get(code, code)
    elif p["adm0_a3"] in COLLECTIVITIES:
        code = COLLECTIVITIES[p["adm0_a3"]]
        if code == "987" and p["name"] != "Windward Islands":
            continue
    else:
        continue
    shapes.setdefault(code, []).append(shape(feature["geometry"]))
shapes = {code: unary_union(parts) for code, parts in shapes.items()}
# Tahiti and Moorea only; New Caledonia without the far reefs.
shapes["987"] = shapes["987"].intersection(box(-150.1, -18.0, -149.0, -17.3))
shapes["988"] = shapes["988"].intersection(box(163.4, -22.9, 168.3, -19.4))


def lambert(lon, lat):
    """Lambert's conformal conic on a sphere, parallels 44 and 49, meridian 3: kilometres, y to the south."""
    rad = math.radians
    t = lambda phi: math.tan(math.pi / 4 + rad(phi) / 2)
    n = math.log(math.cos(rad(44)) / math.cos(rad(49))) / math.log(t(49) / t(44))
    f = math.cos(rad(44)) * t(44) ** n / n * 6371
    rho, theta = f / t(lat) ** n, n * rad(lon - 3)
    return rho * math.sin(theta), -(f / t(46.5) ** n - rho * math.cos(theta))


def flat(lat0):
    k = math.cos(math.radians(lat0))
    return lambda lon, lat: (lon * k * 111.195, -lat * 111.195)


def project(geometry, f):
    return transform(lambda xs, ys: zip(*[f(x, y) for x, y in zip(xs, ys)]), geometry)


def polygons(geometry, least):
    parts = geometry.geoms if isinstance(geometry, MultiPolygon) else [geometry]
    parts = sorted((p for p in parts if isinstance(p, Polygon)), key=lambda p: -p.area)
    return [p for i, p in enumerate(parts) if i == 0 or p.area >= least]


def rings(geometry, least):
    """The rings of an outline on the grid, without what is too small to be seen."""
    out = []
    for polygon in polygons(geometry, least):
        for ring in [polygon.exterior, *[r for r in polygon.interiors if Polygon(r).area > least]]:
            points = []
            for x, y in ring.coords:
                point = (round(x / GRID), round(y / GRID))
                if not points or points[-1] != point:
                    points.append(point)
            if points[0] == points[-1]:
                points.pop()
            # A point on a straight line says nothing.
            kept = [b for a, b, c in zip(points[-1:] + points, points, points[1:] + points[:1])
                    if (b[0] - a[0]) * (c[1] - b[1]) != (b[1] - a[1]) * (c[0] - b[0])]
            if len(kept) >= 3:
                out.append(kept)
    return out


def edges(ring):
    return list(zip(ring, ring[1:] + ring[:1]))


def turned(outlines):
    """The outlines, some of them drawn the other way round: two neighbours that go along their border in the same
    direction write it with the same letters, which a web server's compression then finds."""
    owners = {}
    for code, some in outlines.items():
        for ring in some:
            for edge in edges(ring):
                owners.setdefault(frozenset(edge), []).append(code)
    shared = {code: {} for code in outlines}
    for pair in owners.values():
        if len(pair) == 2 and pair[0] != pair[1]:
            for a, b in (pair, pair[::-1]):
                shared[a][b] = shared[a].get(b, 0) + 1
    # The largest cut of the graph of neighbours, or nearly: turn whichever gains most, until none does.
    back = dict.fromkeys(outlines, False)
    gain = lambda a: sum(n if back[a] == back[b] else -n for b, n in shared[a].items())
    while (best := max(sorted(back), key=gain)) and gain(best) > 0:
        back[best] = not back[best]
    out = {}
    for code, some in outlines.items():
        out[code] = []
        for ring in some:
            ring = ring[::-1] if back[code] else ring
            # It starts where the neighbour changes, so that no border is cut in two.
            beside = [sorted(owners[frozenset(edge)]) for edge in edges(ring)]
            start = next((i for i in range(len(ring)) if beside[i] != beside[i - 1]), 0)
            out[code].append(ring[start:] + ring[:start])
    return out


def path(rings):
    out = ""
    for ring in rings:
        out += f"M{ring[0][0]} {ring[0][1]}l"
        steps = ""
        for a, b in zip(ring, ring[1:]):
            for d in (b[0] - a[0], b[1] - a[1]):
                steps += ("" if d < 0 or not steps else " ") + str(d)
        out += steps + "z"
    return out


frames, rows = [], []


def emit(frame, geometries, least):
    outlines = turned({code: rings(geometry, least) for code, geometry in sorted(geometries.items())})
    for code, geometry in sorted(geometries.items()):
        spot = polygons(geometry, least)[0].representative_point()
        rows.append((code, frame, round(spot.x), round(spot.y), path(outlines[code])))


main = {c: project(s, lambert) for c, s in shapes.items() if len(c) == 2}
everything = unary_union(list(main.values()))
minx, miny, maxx, maxy = everything.bounds
k = 992 / (maxx - minx)
move = lambda g, k, dx, dy: transform(lambda xs, ys: ([x * k + dx for x in xs], [y * k + dy for y in ys]), g)
dx, dy = 4 - minx * k, 4 - miny * k
codes = sorted(main)
moved = [move(main[c], k, dx, dy) for c in codes]
print("coverage valid:", shapely.coverage_is_valid(moved))
simple = shapely.coverage_simplify(moved, 5)
frames.append(("main", 0, 0, 1000, round(maxy * k + dy + 4), "lambert", k, dx, dy, 0))
emit("main", dict(zip(codes, simple)), 16)
print("main height", maxy * k + dy)

for name, x, y, w, h in BOXES:
    wanted = INNER if name == "paris" else [name]
    lat0 = round(unary_union([shapes[c] for c in wanted]).centroid.y, 2)
    flats = {c: project(shapes[c], flat(lat0)) for c in wanted}
    minx, miny, maxx, maxy = unary_union(list(flats.values())).bounds
    inner = 10
    k = min((w - 2 * inner) / (maxx - minx), (h - 2 * inner) / (maxy - miny))
    dx = x + w / 2 - (minx + maxx) / 2 * k
    dy = y + h / 2 - (miny + maxy) / 2 * k
    moved = [move(flats[c], k, dx, dy) for c in wanted]
    simple = shapely.coverage_simplify(moved, 3 if name == "paris" else 4.5)
    frames.append((name, x, y, w, h, "flat", k, dx, dy, lat0))
    emit(name, dict(zip(wanted, simple)), 6)

with open(f"{OUT}/outlines.tsv", "w") as out:
    out.writelines("\t".join(map(str, row)) + "\n" for row in rows)
with open(f"{OUT}/frames.tsv", "w") as out:
    for row in frames:
        out.write("\t".join(f"{v:.9g}" if isinstance(v, float) else str(v) for v in row) + "\n")

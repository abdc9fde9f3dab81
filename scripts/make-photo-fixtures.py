#!/usr/bin/env python3
"""Makes tests/fixtures/photos and tests/fixtures/pillow: run once, results are in git.

    python3 scripts/make-photo-fixtures.py        (needs Pillow and NumPy; AVIF needs Pillow 11.3 or newer)

All pictures are synthetic. For each that a browser can decode, photos/expected.json holds Pillow's answer:
4 x 4 samples (every 56th pixel from 28 on, RGB, base64) of its upright, white-backed centre square at 224.
pillow/resize.json holds Pillow's resized squares of a noise picture that pillow/noise.ts can make again.
"""
import base64, hashlib, io, json, struct, sys, zlib
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, ImageOps, features

ROOT = Path(__file__).resolve().parent.parent / "tests" / "fixtures"
PHOTOS, PILLOW = ROOT / "photos", ROOT / "pillow"
SIDE = 224


def picture(width, height):
    """Smooth and without symmetry: red grows to the right, green downwards, blue marks one corner."""
    y, x = np.mgrid[0:height, 0:width]
    red, green = 250 * x / max(width - 1, 1), 20 + 200 * y / max(height - 1, 1)
    blue = np.where((x < width * 0.6) & (y < height * 0.4), 210, 40)
    return np.stack([red, green, blue], axis=2).round().astype(np.uint8)


def mosaic():
    """48 x 32 of flat 4 x 4 cells: JPEG keeps them through any rotation, so all orientations can agree."""
    cells = np.random.default_rng(7).integers(30, 226, (4, 6, 3), dtype=np.uint8)
    return Image.fromarray(cells.repeat(8, axis=0).repeat(8, axis=1))


def square(image):
    """What the page does, in Pillow's words."""
    image = ImageOps.exif_transpose(image)
    if image.mode in ("RGBA", "LA") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image)
    return centre_square(image.convert("RGB"), SIDE)


def centre_square(image, size):
    width, height = image.size
    side = min(width, height)
    left, top = (width - side) // 2, (height - side) // 2
    return image.crop((left, top, left + side, top + side)).resize((size, size), Image.BILINEAR)


def samples(image):
    return base64.b64encode(np.asarray(square(image))[28::56, 28::56].tobytes()).decode()


expected = {}


def write(name, data, tolerance=None, answer=None):
    """tolerance: how far (0..255) a browser's samples may lie from Pillow's; None: it is to be refused."""
    (PHOTOS / name).write_bytes(data)
    if tolerance is not None:
        answer = answer if answer is not None else Image.open(io.BytesIO(data))
        upright = ImageOps.exif_transpose(answer)
        expected[name] = {"width": upright.width, "height": upright.height, "tolerance": tolerance,
                          "samples": samples(answer)}


def encode(image, form, **options):
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def png(width, height, depth, colour, rows, extra=b""):
    """A PNG by hand, for what Pillow does not write. rows: raw bytes with filter bytes."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def png16(pixels, colour):
    """uint16 pixels, height x width x channels."""
    rows = pixels.astype(">u2").reshape(pixels.shape[0], -1)
    return png(pixels.shape[1], pixels.shape[0], 16, colour, b"".join(b"\0" + row.tobytes() for row in rows))


def swapped_profile():
    """sRGB with red and green exchanged: whoever applies it shows a red photo green."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for at in range(132, 132 + 12 * struct.unpack(">I", data[128:132])[0], 12):
        name = bytes(data[at:at + 4])
        data[at:at + 4] = {b"rXYZ": b"gXYZ", b"gXYZ": b"rXYZ"}.get(name, name)
    return bytes(data)


def make_photos():
    pixels = picture(60, 41)
    rgb = Image.fromarray(pixels)
    alpha = np.linspace(0, 255, 60).round().astype(np.uint8)[None, :].repeat(41, axis=0)
    rgba = Image.fromarray(np.dstack([pixels, alpha]))
    clear = Image.fromarray(np.dstack([pixels, np.where(alpha > 120, 255, 0).astype(np.uint8)]))
    orientation = lambda value: (lambda exif: (exif.__setitem__(0x0112, value), exif)[1])(Image.Exif())

    write("plain.jpg", encode(rgb, "JPEG", quality=92), 4)
    write("progressive.jpg", encode(rgb, "JPEG", quality=92, progressive=True), 4)
    write("grey.jpg", encode(rgb.convert("L"), "JPEG", quality=92), 3)
    write("cmyk.jpg", encode(rgb.convert("CMYK"), "JPEG", quality=95), 8)
    write("profile.jpg", encode(rgb, "JPEG", quality=92, icc_profile=swapped_profile()), 4)
    write("named-as.txt", encode(rgb, "JPEG", quality=92), 4)
    for value, undo in enumerate([None, Image.FLIP_LEFT_RIGHT, Image.ROTATE_180, Image.FLIP_TOP_BOTTOM, Image.TRANSPOSE,
                                  Image.ROTATE_90, Image.TRANSVERSE, Image.ROTATE_270], start=1):
        stored = mosaic() if undo is None else mosaic().transpose(undo)
        write(f"orientation-{value}.jpg", encode(stored, "JPEG", quality=95, subsampling=0, exif=orientation(value)), 3)
        write(f"orientation-{value}.png", encode(stored, "PNG", exif=orientation(value)), 1)
        # No browser turns WebP (Chromium 156), whatever its EXIF data say; Pillow and sharp would.
        write(f"orientation-{value}.webp", encode(stored, "WEBP", lossless=True, exif=orientation(value)), 1, stored)
    turned = mosaic().transpose(Image.ROTATE_90)
    make_oriented_elsewhere(turned, orientation(6).tobytes())
    # Turned by the format's own rule, which is written for EXIF's.
    write_avif("orientation-6.avif", turned, 4, quality=95, subsampling="4:4:4", exif=orientation(6))

    write("rgb.png", encode(rgb, "PNG"), 1)
    write("rgba.png", encode(rgba, "PNG"), 2)
    write("grey.png", encode(rgb.convert("L"), "PNG"), 1)
    write("grey-alpha.png", encode(rgba.convert("LA"), "PNG"), 2)
    write("bits-1.png", encode(rgb.convert("1"), "PNG"), 1)
    palette = rgb.quantize(16, dither=Image.Dither.NONE)
    write("palette.png", encode(palette, "PNG"), 1)
    write("palette-clear.png", encode(palette, "PNG", transparency=3), 1)
    small = picture(25, 16)
    fade = np.linspace(0, 255, 25).round().astype(np.uint8)[None, :].repeat(16, axis=0)
    deep = small.astype(np.uint32) * 257
    write("rgb-16.png", png16(deep, 2), 1, Image.fromarray(small))
    write("grey-16.png", png16(deep[:, :, 1], 0), 1, Image.fromarray(small[:, :, 1].copy()))
    write("rgba-16.png", png16(np.dstack([deep, fade.astype(np.uint32) * 257]), 6), 2, Image.fromarray(np.dstack([small, fade])))
    rows = b"".join(b"\0" + row.tobytes() for row in small)
    gamma = b"gAMA" + struct.pack(">I", 100000)
    write("gamma.png", png(25, 16, 8, 2, rows, struct.pack(">I", 4) + gamma + struct.pack(">I", zlib.crc32(gamma))), 1)
    write("pixel.png", encode(Image.new("RGB", (1, 1), (200, 30, 90)), "PNG"), 0)
    write("wide.png", encode(Image.fromarray(picture(3000, 20)), "PNG", optimize=True), 1)
    write("tall.jpg", encode(Image.fromarray(picture(20, 700)), "JPEG", quality=80), 5)

    second = Image.fromarray(255 - pixels).quantize(64, dither=Image.Dither.NONE)
    first = rgb.quantize(64, dither=Image.Dither.NONE)
    write("animated.gif", encode(first, "GIF", save_all=True, append_images=[second], duration=200, loop=0), 1)
    write("clear.gif", encode(clear, "GIF"), 1)
    write("lossless.webp", encode(rgb, "WEBP", lossless=True), 1)
    write("lossy.webp", encode(rgb, "WEBP", quality=90), 6)
    write("animated.webp", encode(rgb, "WEBP", lossless=True, save_all=True, append_images=[second.convert("RGB")]), 1)
    write("alpha.webp", encode(rgba, "WEBP", lossless=True, exact=True), 2)
    write("plain.bmp", encode(Image.fromarray(picture(30, 21)), "BMP"), 1)
    write("icon.ico", encode(Image.fromarray(picture(32, 32)), "ICO", sizes=[(32, 32)]), 1)
    write_avif("plain.avif", rgb, 6, quality=90)


def write_avif(name, image, tolerance, **options):
    if features.check("avif"):
        write(name, encode(image, "AVIF", **options), tolerance)
    else:
        print(f"this Pillow cannot write AVIF: {name} and its numbers are kept", file=sys.stderr)
        expected[name] = kept[name]


def make_oriented_elsewhere(turned, exif):
    """Orientation 6 where Pillow finds it, some versions more than others, but no browser."""
    data = exif.removeprefix(b"Exif\0\0")
    xmp = (b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
           b'<rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/></rdf:RDF></x:xmpmeta>')
    plain, jpeg = encode(turned, "PNG"), encode(turned, "JPEG", quality=95, subsampling=0)
    chunk = lambda kind, body: struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    write("exif-late.png", plain[:-12] + chunk(b"eXIf", data) + plain[-12:], 1, turned)
    write("exif-doubled.png", plain[:33] + chunk(b"eXIf", b"Exif\0\0" + data) + plain[33:], 1, turned)
    # As ImageMagick wrote it before PNG had a place for it.
    profile = "\nexif\n%8d\n%s\n" % (len(data) + 6, (b"Exif\0\0" + data).hex())
    text = b"Raw profile type exif\0\0" + zlib.compress(profile.encode())
    write("exif-as-text.png", plain[:33] + chunk(b"zTXt", text) + plain[33:], 1, turned)
    write("xmp.png", plain[:33] + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp) + plain[33:], 1, turned)
    segment = b"http://ns.adobe.com/xap/1.0/\0" + xmp
    write("xmp.jpg", jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + jpeg[2:], 3, turned)


def make_refused():
    rgb = Image.fromarray(picture(60, 41))
    noisy = Image.fromarray(noise(24, 24))
    jpeg, flat, webp = encode(rgb, "JPEG"), encode(noisy, "PNG"), encode(noisy, "WEBP", quality=60)
    gif = encode(noisy.quantize(32), "GIF")
    write("truncated.jpg", jpeg[: len(jpeg) * 2 // 3])
    write("truncated-header.jpg", jpeg[:150])
    write("truncated.png", flat[: len(flat) // 2])
    write("truncated.gif", gif[: len(gif) // 2])
    write("truncated.webp", webp[: len(webp) // 2])
    broken = bytearray(flat)
    broken[41:49] = b"\xff" * 8
    write("broken.png", bytes(broken))
    write("empty.jpg", b"")
    write("text.jpg", "Not a photo, whatever the name says: naïve.\n".encode())
    write("zeros.jpg", bytes(512))
    write("page.jpg", b"<!DOCTYPE html>\n<html><body><svg width='9' height='9'></svg></body></html>\n")
    write("document.png", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n")
    write("archive.jpg", b"PK\x03\x04\x14\0\0\0\0\0" + bytes(40))
    write("video.jpg", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(40))
    write("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>A square</title><path d="M0 0h9v9z"/></svg>\n')
    write("drawing.png", b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- <html> -->\n<!DOCTYPE svg>\n<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>\n')
    write("huge.png", png(20000, 20000, 8, 2, b"\0" * 64))
    write("photo.tif", encode(rgb.resize((8, 6)), "TIFF"))
    write("photo.psd", b"8BPS\0\1" + bytes(6) + struct.pack(">HIIHH", 3, 6, 8, 8, 3) + bytes(64))
    ftyp = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
    ispe = b"\0\0\0\x14ispe\0\0\0\0" + struct.pack(">II", 4032, 3024)
    ipco = struct.pack(">I", 8 + len(ispe)) + b"ipco" + ispe
    iprp = struct.pack(">I", 8 + len(ipco)) + b"iprp" + ipco
    write("photo.heic", ftyp + struct.pack(">I", 12 + len(iprp)) + b"meta\0\0\0\0" + iprp + bytes(32))


def noise(width, height):
    """The bytes of pillow/noise.ts: an integer hash of the byte's place."""
    x = np.arange(width * height * 3, dtype=np.uint32) * np.uint32(0x9E3779B1)
    x ^= x >> np.uint32(15)
    x *= np.uint32(0x85EBCA77)
    x ^= x >> np.uint32(13)
    return (x & np.uint32(255)).astype(np.uint8).reshape(height, width, 3)


def make_resized():
    cases = []
    for width, height, size in [(7, 5, 3), (5, 7, 9), (16, 9, 4), (33, 20, 8), (2, 3, 5), (50, 50, 7), (9, 9, 9), (1, 1, 2),
                                (3, 4, 1), (640, 427, 224), (427, 640, 224), (224, 224, 224), (100, 75, 224), (1, 1, 224),
                                (225, 223, 224), (448, 449, 224), (3000, 20, 224), (1920, 1081, 224), (2, 2000, 224)]:
        for kind in ("noise", "extremes"):
            pixels = noise(width, height)
            if kind == "extremes":
                pixels = np.where(pixels < 128, 0, 255).astype(np.uint8)
            result = np.asarray(centre_square(Image.fromarray(pixels), size)).tobytes()
            case = {"kind": kind, "width": width, "height": height, "size": size, "sha256": hashlib.sha256(result).hexdigest()}
            if size < 10:
                case["rgb"] = base64.b64encode(result).decode()
            cases.append(case)
    (PILLOW / "resize.json").write_text(json.dumps(cases, indent=2) + "\n")


if __name__ == "__main__":
    PHOTOS.mkdir(parents=True, exist_ok=True)
    PILLOW.mkdir(parents=True, exist_ok=True)
    kept = json.loads((PHOTOS / "expected.json").read_text()) if (PHOTOS / "expected.json").exists() else {}
    make_photos()
    make_refused()
    make_resized()
    (PHOTOS / "expected.json").write_text(json.dumps(dict(sorted(expected.items())), indent=2) + "\n")

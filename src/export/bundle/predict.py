#!/usr/bin/env python3
"""predict.py: a model made with Binsight, outside the page.

  python3 predict.py --help

It needs Python 3.9 or newer, NumPy, Pillow, and onnxruntime or OpenCV (whichever is installed). README.md says more.
MIT licence, see LICENSE.txt.
"""

import argparse
import codecs
import json
import locale
import math
import os
import re
import sys
import time
from pathlib import Path

try:
    import numpy as np
    from PIL import Image, UnidentifiedImageError, features
except ImportError as error:
    print(f"{error.name} is not installed. Run: python3 -m pip install numpy pillow onnxruntime", file=sys.stderr)
    sys.exit(2)

HERE = Path(__file__).resolve().parent
SIDE = 224
CLASSES = 1000
TOP = 5
NEITHER = "neither"
HEADER = "file,verdict,score,distance,probability,similarity,classes,error"
# Files in folders that are taken for photos; a file that is named is always tried.
PHOTO = (
    *(".jpg", ".jpeg", ".jfif", ".png", ".apng", ".webp", ".gif", ".bmp", ".avif", ".tif", ".tiff"),
    *(".heic", ".heif", ".jxl"),
)
# Seconds: between two looks at a watched folder; until a file that has not changed is complete; and how long one that
# cannot be read, as it may still be on its way, is tried again.
POLL, SETTLED, PATIENCE = 0.5, 1.0, 5.0
# As much as the page takes.
MOST_PIXELS = 100_000_000
Image.MAX_IMAGE_PIXELS = None


class PhotoProblem(Exception):
    """A photo that cannot be judged: what is wrong with it, and what to do."""


class BundleProblem(Exception):
    """Nothing can be done at all: why, and what to do."""


# From a file to the square that the network sees


def read_square(path):
    """[224, 224, 3] uint8, RGB: upright, on white, the largest centred square, scaled as the page does."""
    try:
        with Image.open(path, formats=[name for name in READS.values() if name in Image.OPEN]) as image:
            if image.width * image.height > MOST_PIXELS:
                raise PhotoProblem("It has more than 100 million pixels. Save it smaller.")
            turn = read_turn(image)
            image.load()
            upright = on_white(image if turn is None else image.transpose(turn))
    except PhotoProblem:
        raise
    except FileNotFoundError:
        raise PhotoProblem("There is no such file. Check its name and folder.") from None
    except IsADirectoryError:
        raise PhotoProblem("This is a folder. Give the photos in it.") from None
    except PermissionError:
        raise PhotoProblem("The file may not be read. Change its permissions.") from None
    except Exception as error:  # Decoders raise whatever they like on damaged files.
        raise PhotoProblem(why_undecoded(path, error)) from None
    width, height = upright.size
    side = min(width, height)
    left, top = (width - side) // 2, (height - side) // 2
    square = upright.crop((left, top, left + side, top + side))
    return np.asarray(square.resize((SIDE, SIDE), Image.BILINEAR))


# By EXIF orientation.
TURNS = {
    2: Image.FLIP_LEFT_RIGHT,
    3: Image.ROTATE_180,
    4: Image.FLIP_TOP_BOTTOM,
    5: Image.TRANSPOSE,
    6: Image.ROTATE_270,
    7: Image.TRANSVERSE,
    8: Image.ROTATE_90,
}


def read_turn(image):
    """How a photo is to be turned, or None, as browsers have it, and so the page: by EXIF data in JPEG, in AVIF (where
    Pillow puts the format's own rule), and in PNG before the pixels (not loaded yet); not by XMP, and not in WebP. TIFF
    Pillow turns when it is loaded. ImageOps.exif_transpose differs in all of these, from version to version."""
    data = image.info.get("exif")
    if image.format == "WEBP" or not isinstance(data, bytes):
        return None
    data = data.removeprefix(b"Exif\0\0")
    if not data.startswith((b"II", b"MM")):
        return None
    exif = Image.Exif()
    try:
        exif.load(data)
        return TURNS.get(exif.get(0x0112))
    except Exception:  # Broken EXIF: the photo is as good without it.
        return None


# What is read, by the name that Pillow has for it: what the page reads, and two more.
READS = {
    "JPEG": "JPEG",
    "PNG": "PNG",
    "WebP": "WEBP",
    "GIF": "GIF",
    "BMP": "BMP",
    "ICO": "ICO",
    "AVIF": "AVIF",
    "TIFF": "TIFF",
    "JPEG 2000": "JPEG2000",
}
Image.init()  # Else Pillow knows but a few of them.

# How files begin, whatever their names say.
SIGNATURES = (
    ("JPEG", rb"\xff\xd8\xff"),
    ("PNG", rb"\x89PNG\r\n\x1a\n"),
    ("GIF", rb"GIF8[79]a"),
    ("WebP", rb"RIFF....WEBP"),
    ("BMP", rb"BM....\0\0\0\0....[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0"),
    ("ICO", rb"\0\0\x01\0[^\0]\0"),
    ("TIFF", rb"II[*+]\0|MM\0[*+]"),
    ("AVIF", rb"....ftyp(?:....)*?avi[fs]"),
    ("HEIC", rb"....ftyp(?:....)*?(?:hei[cxms]|hev[cx])"),
    ("HEIF", rb"....ftyp(?:....)*?m[is]f1"),
    ("JPEG XL", rb"\xff\x0a|\0\0\0\x0cJXL \r\n\x87\n"),
    ("JPEG 2000", rb"\0\0\0\x0cjP  \r\n\x87\n|\xff\x4f\xff\x51"),
    ("PSD", rb"8BP[SB]"),
    ("camera raw", rb"IIU\0|IIR[OS]|FUJIFILMCCD-RAW|....ftyp(?:....)*?crx "),
    ("PNM", rb"P[1-7]\s+(?:#|\d|WIDTH)"),
    ("DDS", rb"DDS "),
    ("ICNS", rb"icns"),
    ("XCF", rb"gimp xcf"),
    ("PostScript", rb"%!PS"),
    ("PDF", rb"%PDF-"),
    ("ZIP", rb"PK\x03\x04"),
    ("gzip", rb"\x1f\x8b"),
    ("video", rb"....ftyp|\x1aE\xdf\xa3|RIFF....AVI "),
    ("audio", rb"ID3|OggS|fLaC|RIFF....WAVE"),
    ("zeros", rb"\0{64}"),
)
NO_PHOTOS = ("PostScript", "PDF", "ZIP", "gzip", "video", "audio", "text", "HTML", "XML")


def why_undecoded(path, error):
    """Why Pillow made nothing of a file, and what to do: it is damaged, of a format that Pillow does not read, or no
    photo at all."""
    try:
        head = read_head(path)
    except OSError as problem:
        return f"The file could not be read ({problem.strerror}). Copy it to this machine's own disk."
    except ValueError:  # A name that no file can have.
        return "There is no such file. Check its name and folder."
    if not head:
        return "The file is empty. Copy it again from where it came."
    name = name_format(head)
    if name == "SVG":
        return "An SVG drawing has no pixels of its own. Save it as PNG."
    if name == "zeros":
        return "It is damaged: it begins with nothing but zeros. Copy it again."
    if name in NO_PHOTOS:
        return f"It is no photo but {name}, whatever its name says. Give JPEG or PNG."
    unidentified = isinstance(error, UnidentifiedImageError)
    reason = "cannot identify image file" if unidentified else str(error).strip().split("\n")[0]
    if name is None:
        return f"It is damaged, or no photo that Pillow can read ({reason}). Copy it again, or save it as JPEG or PNG."
    if name not in READS:
        return f"Its format is {name}, which predict.py does not read. Save it as JPEG or PNG."
    if unidentified and name in ("AVIF", "WebP") and name.lower() not in features.get_supported_modules():
        newer = ", install Pillow 11.3 or newer," if name == "AVIF" else ""
        return f"Its format is {name}, which this Pillow cannot read. Take predict.mjs{newer} or save it as JPEG or PNG."
    return f"It is damaged ({name}: {reason}). Copy it again, or save it anew."


def read_head(path):
    with open(path, "rb") as file:
        return file.read(16384)


def name_format(head):
    """What a file that begins like this is; None where nobody knows."""
    for name, pattern in SIGNATURES:
        if re.match(pattern, head[:64], re.DOTALL):
            return name
    try:
        # Bit by bit, as a character may be cut in two at the end.
        text = codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return None
    if re.search(r"[\0-\x08\x0e-\x1a\x1c-\x1f]", text):
        return None
    text = re.sub(r"<!--.*?(?:-->|\Z)", "", text.removeprefix("\ufeff"), flags=re.DOTALL).lstrip()
    element = re.search(r"<(?:\w+:)?([A-Za-z]\w*)[\s/>]", text) if text.startswith("<") else None
    if element is None:
        return "text"
    return {"svg": "SVG", "html": "HTML"}.get(element[1].lower(), "XML")


def on_white(image):
    """RGB, transparent parts laid on white."""
    if image.mode.startswith("I"):
        # 16 bits a pixel: the upper 8, as browsers show.
        image = Image.fromarray((np.asarray(image).astype(np.uint32) >> 8).clip(0, 255).astype(np.uint8))
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        rgba = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", rgba.size, "white"), rgba).convert("RGB")
    return image.convert("RGB")


# From the square to logits and scores


class OnnxruntimeBackend:
    def __init__(self, path):
        import onnxruntime

        if hasattr(onnxruntime, "disable_telemetry_events"):
            onnxruntime.disable_telemetry_events()
        self.name = f"onnxruntime {onnxruntime.__version__}"
        self.session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])

    def run(self, planes):
        return self.session.run(["logits", "scores"], {"image": planes})


class OpencvBackend:
    def __init__(self, path):
        import cv2

        self.name = f"OpenCV {cv2.__version__}"
        # From the bytes: OpenCV opens no file whose name has letters that the system's language has not.
        self.net = cv2.dnn.readNetFromONNX(np.fromfile(str(path), dtype=np.uint8))

    def run(self, planes):
        self.net.setInput(planes)
        return self.net.forward(["logits", "scores"])


BACKENDS = {"onnxruntime": OnnxruntimeBackend, "opencv": OpencvBackend}


def start_backend(wanted, path):
    # From 1.29 on onnxruntime, which may be in OpenCV, too, reports its use to Microsoft, unless it is told not to before
    # it is loaded.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    for name in [wanted] if wanted else BACKENDS:
        try:
            return BACKENDS[name](path)
        except ImportError:
            continue
        except Exception as error:  # Each has its own errors for a damaged file.
            raise unusable("model.onnx", error) from None
    missing = f"{wanted} is" if wanted else "Neither onnxruntime nor OpenCV is"
    raise BundleProblem(
        f"{missing} not installed. Run: python3 -m pip install {'opencv-python' if wanted == 'opencv' else 'onnxruntime'}"
    )


# From logits and scores to what the page says


class Predictor:
    def __init__(self, folder, backend):
        self.model = read_model(folder)
        self.class_names = read_file(folder, "imagenet-classes.txt").decode("utf-8", "replace").strip().split("\n")
        if len(self.class_names) != CLASSES:
            raise unusable("imagenet-classes.txt", f"it should have {CLASSES} lines")
        self.units = self.read_units(folder)
        if not (folder / "model.onnx").exists():
            raise BundleProblem("model.onnx is missing: unpack the whole zip into one folder.")
        self.backend = start_backend(backend, folder / "model.onnx")

    def read_units(self, folder):
        """The training photos' logits at unit length, [photos, 1000]; None where *neither* cannot be told."""
        if not self.model["novelty"]:
            return None
        if not (folder / "novelty.f32").exists():
            say("novelty.f32 is missing, so nothing can be called neither.")
            return None
        numbers = read_file(folder, "novelty.f32")
        count = sum(self.model["photos"])
        if len(numbers) != count * CLASSES * 4:
            raise unusable("novelty.f32", f"it should hold {count} rows of {CLASSES} numbers")
        return unit_rows(np.frombuffer(numbers, dtype="<f4").astype(np.float64).reshape(count, CLASSES))

    def predict(self, square):
        """What the page says of a square, [224, 224, 3] uint8: a dictionary of plain values."""
        planes = np.ascontiguousarray(square.transpose(2, 0, 1)[None], dtype=np.float32)
        try:
            logits, scores = (output[0].astype(np.float64) for output in self.backend.run(planes))
        except Exception as error:  # As above.
            raise unusable("model.onnx", error) from None
        labels, boundaries = self.model["labels"], self.model["boundaries"]
        if scores.size != len(labels) or not np.isfinite(scores).all():
            raise unusable("model.onnx", "it does not fit model.json")
        winner = int(np.argmax(scores))
        score = float(scores[1] if len(labels) == 2 else scores[winner])
        norm = boundaries[0 if len(labels) == 2 else winner]["norm"]
        similarity = self.similarity(logits)
        novelty = self.model["novelty"]
        neither = bool(novelty and novelty["applied"] and similarity is not None and similarity < novelty["limit"])
        shares = softmax(logits)
        top = sorted(range(logits.size), key=lambda index: (-logits[index], index))[:TOP]
        return {
            "verdict": NEITHER if neither else labels[winner],
            "score": score,
            "distance": score / norm if norm > 0 else 0.0,
            "probability": None if neither else self.probability(scores, winner),
            "similarity": similarity,
            "classes": [(self.class_names[index], float(shares[index])) for index in top],
            "logits": logits,
            "scores": scores,
        }

    def similarity(self, logits):
        """The largest cosine with a training photo, -1..1."""
        if self.units is None:
            return None
        return float(np.clip(self.units @ unit_rows(logits[None])[0], -1, 1).max())

    def probability(self, scores, winner):
        """Of the label on whose side the photo lies; None where no probabilities were learned."""
        calibration = self.model["calibration"]
        if not calibration or calibration["status"] != "ready":
            return None
        if calibration["method"] == "softmax":
            return float(softmax(calibration["slope"] * scores)[winner])
        sigmoid = calibration["sigmoid"]
        log_odds = -(sigmoid["slope"] * scores[1] + sigmoid["offset"])
        return 1 / (1 + math.exp(-log_odds if winner == 1 else log_odds))


def read_file(folder, name):
    try:
        return (folder / name).read_bytes()
    except FileNotFoundError:
        raise BundleProblem(f"{name} is missing: unpack the whole zip into one folder.") from None
    except OSError as error:
        raise BundleProblem(f"{name} cannot be read ({error.strerror}): unpack the whole zip again.") from None


def read_json(folder, name):
    """What is in it: a dictionary."""
    try:
        values = json.loads(read_file(folder, name).decode("utf-8"))
    except ValueError as error:
        raise unusable(name, error) from None
    if not isinstance(values, dict):
        raise unusable(name, "it should be an object")
    return values


def read_model(folder):
    """A look at what kind of file it is; the page wrote it, and checked it against the schema."""
    model = read_json(folder, "model.json")
    if model.get("format") != "binsight-model" or model.get("version") != 1:
        raise BundleProblem("model.json is no Binsight model of version 1: use the one that came with this file.")
    lacking = {"labels", "photos", "boundaries", "novelty", "calibration"} - model.keys()
    if lacking:
        raise unusable("model.json", f"it lacks {', '.join(sorted(lacking))}")
    return model


def unusable(name, cause):
    reason = str(cause).strip().split("\n")[0] or type(cause).__name__
    return BundleProblem(f"{name} cannot be used ({reason}): unpack the whole zip again.")


def say(line):
    """To the person, beside the table."""
    print(line, file=sys.stderr, flush=True)


def unit_rows(rows):
    lengths = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)


def softmax(values):
    exponentials = np.exp(values - values.max())
    return exponentials / exponentials.sum()


# The table, as the page writes it: text is always quoted, numbers never are


def quote(text):
    return '"' + text.replace('"', '""') + '"'


# A spreadsheet runs a cell that begins with one of these as a formula, quotes or not, and names of files and labels may
# come from strangers. Source: OWASP, "CSV Injection".
FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def harmless_file(path):
    """./=1+1.jpg is the same file to every program, and no formula to a spreadsheet; other names stay as they are."""
    return f"./{path}" if FORMULA.match(path) else path


def harmless_label(label):
    """+, - and -1 are good labels, and run nothing. What could gets the apostrophe by which it is text."""
    harmless = not FORMULA.match(label) or re.fullmatch(r"[+-]?[0-9.]*", label)
    return label if harmless else f"'{label}"


def number(value):
    return "" if value is None else f"{value:.6f}"


def prediction_row(path, found):
    numbers = [number(found[name]) for name in ("score", "distance", "probability", "similarity")]
    classes = "; ".join(f"{name} {share:.3f}" for name, share in found["classes"])
    named = [quote(harmless_file(path)), quote(harmless_label(found["verdict"]))]
    return ",".join([*named, *numbers, quote(classes), quote("")])


def problem_row(path, problem):
    return ",".join([quote(harmless_file(path)), quote(""), "", "", "", "", quote(""), quote(problem)])


# Where photos come from


def photos_in(folder, leave_out):
    """A folder's photos with those in folders below, by name; leave_out(error) is told of each folder that cannot be
    read, if it is still there."""

    def note(error):
        if error.filename == folder or not isinstance(error, FileNotFoundError):
            leave_out(error)

    found = []
    for parent, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            os.path.join(parent, name)
            for name in names
            if not name.startswith(".") and name.lower().endswith(PHOTO)
        ]
    return sorted(found)


def names_on_input():
    """One name a line, each as soon as it is there, until the input ends."""
    mark = b"\xef\xbb\xbf"  # Some programs on Windows begin with it.
    for line in iter(sys.stdin.buffer.readline, b""):
        name = decode_name(line.removeprefix(mark).rstrip(b"\r\n"))
        mark = b""
        if name:
            yield name


def decode_name(name, windows=os.name == "nt"):
    """Elsewhere names are bytes, and come through as they are; on Windows they are text, in either of two codes."""
    if not windows:
        return os.fsdecode(name)
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode(locale.getpreferredencoding(False), "replace")


def watch_folder(folder, visit, leave_out):
    """Visits every photo in a folder, then each that comes or changes, for ever. A photo counts as complete once its
    size and time have stayed the same for a second; visit(path, last) is False where it may be tried again. A folder
    that cannot be read is left out, which is said once, until it can: the watched one, too."""
    done, waiting, unread = {}, {}, {}
    while True:
        before, unread = unread, {}
        photos = photos_in(folder, lambda error: unread.setdefault(error.filename, error))
        for path, error in unread.items():
            if path not in before:
                leave_out(error)
        for path in photos:
            state = state_of(path)
            if done.get(path) == state:
                continue
            seen = waiting.get(path)
            since = seen[1] if seen and seen[0] == state else time.monotonic()
            waiting[path] = (state, since)
            age = time.monotonic() - since
            if age < SETTLED or not visit(path, age >= PATIENCE):
                continue
            done[path] = state
            del waiting[path]
        time.sleep(POLL)


def state_of(path):
    try:
        status = os.stat(path)
    except OSError:  # A link to nothing, say: it gets its row, as everything that is in the folder.
        return "lost"
    return (status.st_size, status.st_mtime_ns)


# Are this machine's numbers the page's?


def read_expected(folder):
    if not (folder / "selfcheck").exists():
        raise BundleProblem(
            "selfcheck/ is missing (it may be deleted): unpack the zip again, or judge photos without --selfcheck."
        )
    return read_json(folder, "selfcheck/expected.json")


def selfcheck(predictor, folder, expected):
    """Prints PASS or the worst differences from what the page said of the photos in the bundle's selfcheck/."""
    novelty = predictor.model["novelty"]
    worst, wrong, notes = {}, [], []

    def note(what, difference, limit, photo):
        # Not "difference > before": that is false for what is no number.
        if what not in worst or not difference <= worst[what][0]:
            worst[what] = (difference, limit, photo["file"])

    def compare(photo, square, source, limits):
        found = predictor.predict(square)
        note(f"scores from {source}", furthest(photo["scores"], found["scores"]), limits["scores"], photo)
        if limits["logits"] is not None:
            note(f"logits from {source}", furthest(photo["logits"], found["logits"]), limits["logits"], photo)
        if photo["similarity"] is not None:
            similarity = math.nan if found["similarity"] is None else found["similarity"]
            note(f"similarities from {source}", abs(photo["similarity"] - similarity), limits["similarity"], photo)
        if found["verdict"] != photo["verdict"] and not too_close(photo, limits):
            wrong.append(f"{photo['file']}: {found['verdict']} from {source}, {photo['verdict']} on the page")

    def too_close(photo, limits):
        """So near to a boundary or to the limit of *neither* that what is allowed may change the verdict."""
        first, second = sorted(photo["scores"], reverse=True)[:2]
        near = (
            novelty is not None
            and photo["similarity"] is not None
            and abs(photo["similarity"] - novelty["limit"]) <= limits["similarity"]
        )
        return first - second <= 2 * limits["scores"] or near

    def compare_file(photo):
        path = folder / "selfcheck" / photo["file"]
        try:
            square = read_square(path)
        except PhotoProblem:
            cause = "this machine cannot decode it" if path.exists() else "the photo is not there"
            notes.append(f"{photo['file']}: only its pixels were compared, as {cause}")
        else:
            compare(photo, square, "the file", expected["tolerance"]["files"])

    if not expected.get("photos"):
        print("FAIL: there are no photos in selfcheck/")
        return 1
    for photo in expected["photos"]:
        pixels = read_file(folder, f"selfcheck/{photo['square']}")
        if len(pixels) != SIDE * SIDE * 3:
            raise unusable(f"selfcheck/{photo['square']}", f"it should have {SIDE * SIDE * 3} bytes")
        square = np.frombuffer(pixels, dtype=np.uint8).reshape(SIDE, SIDE, 3)
        compare(photo, square, "the same pixels", expected["tolerance"]["pixels"])
        compare_file(photo)
    passed = not wrong and all(difference <= limit for difference, limit, _ in worst.values())
    print(
        f"{'PASS' if passed else 'FAIL'}: {len(expected['photos'])} photos, "
        f"{'all' if passed else 'not all'} as on the page, with {predictor.backend.name}"
    )
    for line in [*wrong, *notes]:
        print(line)
    for what, (difference, limit, photo) in worst.items():
        verdict = "ok" if difference <= limit else "TOO FAR"
        print(f"{verdict}: {what} differ by at most {difference:.3g} (allowed {limit}), in {photo}")
    return 0 if passed else 1


def furthest(expected, found):
    return float(np.abs(np.asarray(expected) - found).max()) if len(expected) == len(found) else math.nan


# The program


def parse_arguments():
    parser = argparse.ArgumentParser(
        description="Judges photos with the model in this folder and writes a table (CSV), one row as soon as its photo is judged.",
        epilog="Exit code: 0 all photos judged (or PASS), 1 some could not be (or FAIL), 2 nothing could be done.",
    )
    parser.add_argument("photos", nargs="*", help="photos or folders; - reads names from standard input, one a line")
    parser.add_argument("-o", "--output", metavar="FILE", help="write the table there instead of to standard output")
    parser.add_argument("--watch", metavar="FOLDER", help="judge the photos in a folder, then each new one; Ctrl-C ends it")
    parser.add_argument("--selfcheck", action="store_true", help="compare this machine's numbers with the page's")
    parser.add_argument("--backend", choices=BACKENDS, help="what runs the network; the first that is installed, if left out")
    arguments = parser.parse_args()
    from_input = "-" in arguments.photos or (not arguments.photos and not sys.stdin.isatty())
    if not (arguments.selfcheck or arguments.watch is not None or arguments.photos or from_input):
        parser.print_help()
        sys.exit(2)
    return arguments, from_input


def main():
    arguments, from_input = parse_arguments()
    watched = arguments.watch
    if watched is not None and not os.path.isdir(watched):
        raise BundleProblem(f"There is no folder {watched} to watch: check its name, or make it.")
    expected = read_expected(HERE) if arguments.selfcheck else None
    predictor = Predictor(HERE, arguments.backend)
    if expected is not None:
        return selfcheck(predictor, HERE, expected)

    problems = left_out = 0
    output = open_output(arguments.output)

    def write(line):
        try:
            print(line, file=output, flush=True)
        except OSError as error:
            give_up(output)
            if isinstance(error, BrokenPipeError):
                raise
            raise table_problem(arguments.output, error) from None

    def visit(path, last):
        nonlocal problems
        try:
            write(prediction_row(path, predictor.predict(read_square(path))))
        except PhotoProblem as problem:
            if not last:
                return False
            problems += 1
            write(problem_row(path, str(problem)))
        return True

    def leave_out(error):
        nonlocal left_out
        if error.filename == watched:
            say(f"The folder {watched} is gone, or cannot be read ({error.strerror}): waiting until it is back.")
        else:
            left_out += 1
            say(f"The folder {error.filename} was left out ({error.strerror}): change its permissions.")

    def visit_all(path):
        for photo in photos_in(path, leave_out) if os.path.isdir(path) else [path]:
            visit(photo, True)

    write(HEADER)
    if watched is not None:
        say(f"Watching {watched}. Ctrl-C ends it.")
        try:
            watch_folder(watched, visit, leave_out)
        except KeyboardInterrupt:  # The ordinary end.
            return 1 if problems or left_out else 0
    for path in arguments.photos:
        if path != "-":
            visit_all(path)
    if from_input:
        for name in names_on_input():
            visit_all(name)
    if problems:
        say(f'Not judged: {problems}. The column "error" says why.')
    return 1 if problems or left_out else 0


def open_output(path):
    """A file, or standard output; names come back byte for byte, whatever the system's language."""
    text = {"encoding": "utf-8", "errors": "surrogateescape", "newline": "\n"}
    if path is None:
        sys.stdout.reconfigure(**text)
        return sys.stdout
    try:
        return open(path, "w", **text)
    except OSError as error:
        raise table_problem(path, error) from None


def table_problem(path, error):
    where = "standard output" if path is None else path
    remedy = "give another file with -o, in a folder that is there and has room."
    return BundleProblem(f"The table cannot be written to {where} ({error.strerror}): {remedy}")


def give_up(output):
    """What is still to be written goes nowhere, so that nothing fails a second time."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), output.fileno())


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BundleProblem as problem:
        say(problem)
        sys.exit(2)
    except BrokenPipeError:  # Whoever was reading has heard enough, as `head` does.
        give_up(sys.stdout)
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)

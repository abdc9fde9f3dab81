# Runs ONNX files on Debian's OpenCV, for tests: run_onnx.py planes.f32 a.onnx b.onnx ...
# planes.f32 holds photos as float32 [N, 3, 224, 224]; each file's logits and scores are written beside it, as
# a.onnx.logits.f32 and a.onnx.scores.f32, one photo after the other.

import os
import sys

# An OpenCV may hold onnxruntime, which reports its use unless it is told not to before it is loaded.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import cv2
import numpy as np

planes = np.fromfile(sys.argv[1], dtype="<f4").reshape(-1, 3, 224, 224)
for path in sys.argv[2:]:
    net = cv2.dnn.readNetFromONNX(path)
    outputs = {"logits": [], "scores": []}
    for photo in planes:
        net.setInput(photo[None])
        for name, values in zip(outputs, net.forward(list(outputs))):
            outputs[name].append(values[0])
    for name, rows in outputs.items():
        np.asarray(rows, dtype="<f4").tofile(f"{path}.{name}.f32")

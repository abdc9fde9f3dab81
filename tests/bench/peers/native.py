"""Milliseconds a photo of the same network in OpenCV's dnn on one core: native.py NETWORK.onnx"""

import statistics
import sys
import time

import cv2
import numpy

cv2.setNumThreads(1)
network = cv2.dnn.readNetFromONNX(sys.argv[1])
image = numpy.random.default_rng(1).uniform(0, 255, (1, 3, 224, 224)).astype(numpy.float32)
times = []
for run in range(17):
    network.setInput(image)
    start = time.perf_counter()
    network.forward("logits")
    times.append(1000 * (time.perf_counter() - start))
print(statistics.median(times[2:]))

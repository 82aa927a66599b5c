"""Models as ONNX files, by onnx (Debian: python3-onnx), and what they say.

Writes onnx_models.json beside this file: models as `score train` saves them (in
version 1, which has no checksum); the bytes of the ONNX file of each, built by
the classes of the onnx package, accepted by its checker and serialised by
protobuf; and probabilities and bands of a few rows, by NumPy from the model's
own numbers.

    /usr/bin/python3 tests/golden/onnx_models.py
"""

import base64
import json
import math
import pathlib
import sys

import numpy as np
import onnx
from onnx import TensorProto, checker, helper, numpy_helper

here = pathlib.Path(__file__).parent
ACTIVATIONS = {"tanh": "Tanh", "sigmoid": "Sigmoid", "relu": "Relu"}


def model(features, bands, sizes, activations, seed, **more):
    random = np.random.RandomState(seed)
    parameters = {}
    for layer, (n, m) in enumerate(zip(sizes, sizes[1:]), 1):
        parameters[f"W{layer}"] = random.randn(n, m).round(3).tolist()
        parameters[f"b{layer}"] = random.randn(1, m).round(3).tolist()
    ordinal = "thresholds" in more
    return {
        "format": "kobai model",
        "version": 1,
        "features": features,
        "label": "score",
        "bands": [{"name": name, "labels": [name]} for name in bands],
        "scaler": {
            "mean": (100 * random.rand(len(features))).round(1).tolist(),
            "deviation": [20.5, 0, 3.25, 7.125][:len(features)],
        },
        "network": {
            "sizes": sizes,
            "activations": activations,
            **({"output": "identity"} if ordinal else {}),
            "parameters": parameters,
        },
        **more,
        "training": {
            "rows": 9, "optimizer": "newton", "learningRate": 1,
            "weightDecay": 0, "batchSize": 9, "epochs": 7, "epoch": 7,
            "loss": 0.5, "validationLoss": None, "seed": "1",
        },
        "quality": None,
    }


def graph_of(model):
    bands = [band["name"] for band in model["bands"]]
    network, median = model["network"], model.get("decision") == "median"
    nodes, constants = [], []

    def put(output, operation, inputs, **attributes):
        nodes.append(helper.make_node(operation, inputs, [output], **attributes))
        return output

    def constant(name, values):
        array = np.array(values, dtype=np.float64)
        constants.append(numpy_helper.from_array(array, name))
        return name

    deviation = model["scaler"]["deviation"]
    h = put("centred", "Sub",
            ["features", constant("mean", [model["scaler"]["mean"]])])
    parameters = dict(network["parameters"])
    parameters["scaled_W1"] = [[(1 / d if d else 0) * w for w in row]
                               for d, row in zip(deviation, parameters["W1"])]
    for layer in range(1, len(network["sizes"])):
        W, b = f"W{layer}" if layer > 1 else "scaled_W1", f"b{layer}"
        h = put(f"product{layer}", "MatMul", [h, constant(W, parameters[W])])
        h = put(f"affine{layer}", "Add", [h, constant(b, parameters[b])])
        if layer <= len(network["activations"]):
            kind = ACTIVATIONS[network["activations"][layer - 1]]
            h = put(f"hidden{layer}", kind, [h])
    if "thresholds" in model:
        cuts = model["thresholds"]
        above = constant("thresholds_above", [cuts + [math.inf]])
        below = constant("thresholds_below", [[-math.inf] + cuts])
        gaps = [1 - math.exp(a - b) for a, b in zip(cuts, cuts[1:])]
        between = constant("between", [[1] + gaps + [1]])
        put("below", "Sub", [above, h])
        put("at_most", "Sigmoid", ["below"])
        put("above", "Sub", [h, below])
        put("at_least", "Sigmoid", ["above"])
        put("both", "Mul", ["at_most", "at_least"])
        put("probabilities", "Mul", ["both", between])
    else:
        put("probabilities", "Softmax", [h], axis=1)
    constants.append(helper.make_tensor(
        "bands", TensorProto.STRING, [len(bands)],
        [name.encode() for name in bands]))
    if median:
        constants.append(numpy_helper.from_array(np.array([1]), "axis"))
        put("sums", "CumSum", ["probabilities", "axis"])
        halves = [[0.5] * (len(bands) - 1) + [0]]
        put("is_below", "Less", ["sums", constant("halves", halves)])
        put("ones", "Cast", ["is_below"], to=TensorProto.INT64)
        put("median", "ReduceSum", ["ones", "axis"], keepdims=0)
    else:
        put("most_probable", "ArgMax", ["probabilities"], axis=1, keepdims=0)
    put("band", "Gather",
        ["bands", "median" if median else "most_probable"])
    double = TensorProto.DOUBLE
    graph = helper.make_graph(
        nodes, "ordered_bands" if "thresholds" in model else "bands",
        [helper.make_tensor_value_info(
            "features", double, ["N", len(model["features"])])],
        [helper.make_tensor_value_info("band", TensorProto.STRING, ["N"]),
         helper.make_tensor_value_info(
             "probabilities", double, ["N", len(bands)])],
        constants)
    made = helper.make_model(graph, producer_name="Kobai",
                             producer_version="0.0.0", ir_version=8,
                             opset_imports=[helper.make_opsetid("", 13)])
    text = lambda names: json.dumps(
        names, ensure_ascii=False, separators=(",", ":"))
    for key, value in {
        "features": text(model["features"]),
        "label": model["label"],
        "bands": text(bands),
        "decision": model.get("decision", "mostProbable"),
    }.items():
        made.metadata_props.add(key=key, value=value)
    checker.check_model(made, full_check=True)
    return made


def predict(model, x):
    scale = model["scaler"]
    deviation = np.array(scale["deviation"])
    h = (x - scale["mean"]) / np.where(deviation == 0, np.inf, deviation)
    activate = {"tanh": np.tanh, "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
                "relu": lambda z: np.maximum(z, 0)}
    network = model["network"]
    for layer in range(1, len(network["sizes"])):
        h = h @ network["parameters"][f"W{layer}"]
        h = h + network["parameters"][f"b{layer}"]
        if layer <= len(network["activations"]):
            h = activate[network["activations"][layer - 1]](h)
    if "thresholds" in model:
        at_most = 1 / (1 + np.exp(h - np.array(model["thresholds"])))
        ends = np.ones((len(x), 1))
        p = np.diff(np.hstack([0 * ends, at_most, ends]), axis=1)
    else:
        p = np.exp(h - h.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
    if model.get("decision") == "median":
        chosen = (p.cumsum(axis=1)[:, :-1] < 0.5).sum(axis=1)
    else:
        chosen = p.argmax(axis=1)
    return p.tolist(), [model["bands"][k]["name"] for k in chosen]


three, five = ["不可", "可", "良"], ["1", "2", "3", "4", "5"]
models = {
    "softmax regression": model(["語数", "errors"], three, [2, 3], [], 1),
    "network": model(["a", "b", "c"], five, [3, 4, 3, 5], ["tanh", "relu"], 2,
                     decision="median"),
    "sigmoid": model(["a", "b"], ["x", "y"], [2, 3, 2], ["sigmoid"], 3),
    "ordinal regression": model(["a", "b", "c", "d"], five, [4, 1], [], 4,
                                thresholds=[-2.0, -1.0, 1.0, 1.5],
                                decision="median"),
    "two ordered bands": model(["a"], ["fail", "pass"], [1, 1], [], 5,
                               thresholds=[0.25]),
}
cases = []
for name, one in models.items():
    x = np.random.RandomState(9).randn(7, len(one["features"])) * 30 + 50
    p, bands = predict(one, x)
    cases.append({
        "name": name, "model": one,
        "onnx": base64.b64encode(graph_of(one).SerializeToString()).decode(),
        "x": x.tolist(), "probabilities": p, "bands": bands,
    })
result = {
    "python": sys.version.split()[0],
    "numpy": np.__version__,
    "onnx": onnx.__version__,
    "cases": cases,
}
with open(here / "onnx_models.json", "w", encoding="utf-8") as file:
    json.dump(result, file, indent=1, ensure_ascii=False)
    file.write("\n")

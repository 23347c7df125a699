# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Writes model files of the program; the format is described in src/infer/model_file.h."""
import struct

MAGIC, FORMAT, FLOATS, BYTES = b"DMCHMODL", 1, 0, 1


def put_text(text):
    data = text.encode()
    return struct.pack("<H", len(data)) + data


def put_array(name, kind, shape, numbers):
    return (put_text(name) + struct.pack("<BB", kind, len(shape)) +
            b"".join(struct.pack("<I", size) for size in shape) + struct.pack("<f", 1.) + numbers)


class ModelWriter:
    def __init__(self, kind):
        self.kind, self.arrays = kind, []

    def floats(self, name, tensor):
        """A tensor of floats, at least of one dimension."""
        tensor = tensor.detach().float().contiguous()
        self.arrays.append(put_array(name, FLOATS, tensor.shape, tensor.numpy().astype("<f4").tobytes()))

    def bytes(self, name, tensor):
        """A tensor of whole numbers within -127..127."""
        data = tensor.detach().round().to("cpu").numpy().astype("int8")
        self.arrays.append(put_array(name, BYTES, data.shape, data.tobytes()))

    def text(self, name, text):
        data = text.encode()
        self.arrays.append(put_array(name, BYTES, (len(data),), data))

    def write(self, path):
        path.write_bytes(MAGIC + struct.pack("<I", FORMAT) + put_text(self.kind) +
                         struct.pack("<I", len(self.arrays)) + b"".join(self.arrays))

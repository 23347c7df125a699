// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#define DEMARCHE_KERNELS kernels_scalar
#include "infer/kernel_bodies.inc"

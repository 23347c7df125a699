// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#if defined(__x86_64__)
#define DEMARCHE_KERNELS kernels_avx512
#include "infer/kernel_bodies.inc"
#endif

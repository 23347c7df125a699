// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs before anything is painted, so that a dark page does not flash white.
import { applyTheme, storedTheme } from "./theme";

applyTheme(storedTheme());

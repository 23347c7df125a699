// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Trains the labeller of article blocks (src/article/labeller.h):
//   train_labeller PAGES OUT [--folds N] [--kind html|text] [--epochs N] [--seeds N] ...
// (train_labeller alone lists all flags.)
// PAGES: a line a page "page NUMBER FOLD BLOCKS", then a line a block "LABELS ROW ROW ...", where
// LABELS are the parts of a page that the gold text leaves open, as bits. With folds, each is held
// out once and its labels are written to OUT, a line a page "NUMBER LABEL ..."; without, OUT is the
// model of all pages.
//
// A conditional random field over the scores of a small net: likelihood of the open labels, by
// forward and backward sums (Lafferty, McCallum, Pereira 2001); Adam with decoupled decay
// (Loshchilov, Hutter 2019); features, and whole regions of them, are left out at random, so that
// class words and first words of known sites do not carry the decision alone.

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr int kRows = 1 << 13, kLabels = 5;  // as in src/article/labeller.h
// States of the chain. A standfirst has three blocks at most: three states that share one label.
constexpr int L = 7;
constexpr int kLabelOf[L] = {0, 1, 1, 1, 2, 3, 4};
constexpr int D = 32;  // Labeller::kWidth
int g_layers = 3;
float g_group = 0.3F;  // chance that a page goes without the features of a region
std::string g_kind = "article-html";
using Real = float;
constexpr double kNo = -1e9;

struct Rng {
  uint64_t s;
  uint64_t next() {
    uint64_t z = (s += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  float uniform() { return static_cast<float>(next() >> 40) * 0x1p-24F; }
  float normal() {
    float u = 0;
    for (int i = 0; i < 12; ++i) u += uniform();
    return u - 6;
  }
};

struct Page {
  int number = 0, fold = 0;
  std::vector<uint8_t> allowed;
  std::vector<std::vector<uint16_t>> rows;
};

// All weights in one array, so that the optimiser sees one vector.
struct Net {
  int layers;
  size_t emb = 0, b0, conv, out, outb, trans, start, end, size;
  std::vector<Real> w;
  explicit Net(int n) : layers(n) {
    b0 = static_cast<size_t>(kRows) * D;
    conv = b0 + D;
    out = conv + static_cast<size_t>(n) * (3 * D * D + D);
    outb = out + D * kLabels;
    trans = outb + kLabels;
    start = trans + L * L;
    end = start + L;
    size = end + L;
    w.assign(size, 0);
  }
  void init(uint64_t seed) {
    Rng rng{seed * 7919 + 1};
    for (size_t i = 0; i < b0; ++i) w[i] = 0.05F * rng.normal();
    for (int k = 0; k < layers; ++k) {
      Real* c = &w[conv + static_cast<size_t>(k) * (3 * D * D + D)];
      for (int i = 0; i < 3 * D * D; ++i) c[i] = rng.normal() / std::sqrt(3.0F * D);
    }
    for (int i = 0; i < D * kLabels; ++i) w[out + i] = rng.normal() / std::sqrt(1.0F * D);
  }
};

// What may follow what, as in src/article/labeller.cc.
bool may_follow(int a, int b) {
  static const bool ok[L][L] = {{1, 1, 0, 0, 1, 0, 0}, {1, 0, 1, 0, 1, 1, 0}, {1, 0, 0, 1, 1, 1, 0},
                                {1, 0, 0, 0, 1, 1, 0}, {0, 0, 0, 0, 1, 1, 1}, {0, 0, 0, 0, 1, 1, 0},
                                {0, 0, 0, 0, 0, 0, 1}};
  return ok[a][b];
}
bool may_start(int a) { return a <= 1 || a == 4; }
bool may_end(int a) { return a == 4 || a == 6; }

struct Trace {
  std::vector<std::vector<Real>> x, z, drop;  // layers
  std::vector<Real> e;
  std::vector<std::vector<uint16_t>> rows;
  std::vector<Real> drop0;
};

void forward(const Net& net, const Page& p, Trace& t, Rng* rng, float fdrop, float drop) {
  const size_t n = p.rows.size();
  t.x.assign(net.layers + 1, std::vector<Real>(n * D));
  t.z.assign(net.layers, std::vector<Real>(n * D));
  t.drop.assign(net.layers, std::vector<Real>(n * D, 1));
  t.rows.assign(n, {});
  t.drop0.assign(n * D, 1);
  const Real scale = rng ? 1 / (1 - fdrop) : 1;
  const bool no_marks = rng && rng->uniform() < g_group, no_words = rng && rng->uniform() < g_group,
             no_rule = rng && rng->uniform() < g_group;
  // The borders of the regions in src/article/features.cc.
  const auto dropped = [&](uint16_t r) {
    return r < 4096 ? no_marks : r < 6144 ? no_words : r < 6400 && no_rule;
  };
  for (size_t i = 0; i < n; ++i) {
    Real h[D] = {};
    for (uint16_t r : p.rows[i]) {
      if (rng && (dropped(r) || rng->uniform() < fdrop)) continue;
      t.rows[i].push_back(r);
      const Real* v = &net.w[static_cast<size_t>(r) * D];
      for (int d = 0; d < D; ++d) h[d] += v[d];
    }
    for (int d = 0; d < D; ++d) {
      if (rng) t.drop0[i * D + d] = rng->uniform() < drop ? 0 : 1 / (1 - drop);
      t.x[0][i * D + d] = std::max<Real>(0, h[d] * scale + net.w[net.b0 + d]) * t.drop0[i * D + d];
    }
  }
  for (int k = 0; k < net.layers; ++k) {
    const Real* c = &net.w[net.conv + static_cast<size_t>(k) * (3 * D * D + D)];
    const long step = 1L << k;
    for (size_t i = 0; i < n; ++i) {
      Real z[D];
      std::memcpy(z, c + 3 * D * D, sizeof z);
      for (int o = 0; o < 3; ++o) {
        const long j = static_cast<long>(i) + (o - 1) * step;
        if (j < 0 || j >= static_cast<long>(n)) continue;
        const Real* x = &t.x[k][j * D];
        const Real* m = c + o * D * D;
        for (int a = 0; a < D; ++a)
          for (int b = 0; b < D; ++b) z[b] += x[a] * m[a * D + b];
      }
      for (int d = 0; d < D; ++d) {
        if (rng) t.drop[k][i * D + d] = rng->uniform() < drop ? 0 : 1 / (1 - drop);
        t.z[k][i * D + d] = z[d];
        t.x[k + 1][i * D + d] = t.x[k][i * D + d] + std::max<Real>(0, z[d]) * t.drop[k][i * D + d];
      }
    }
  }
  t.e.assign(n * L, 0);
  for (size_t i = 0; i < n; ++i) {
    Real e[kLabels];
    for (int l = 0; l < kLabels; ++l) {
      e[l] = net.w[net.outb + l];
      for (int d = 0; d < D; ++d)
        e[l] += t.x[net.layers][i * D + d] * net.w[net.out + d * kLabels + l];
    }
    for (int l = 0; l < L; ++l) t.e[i * L + l] = e[kLabelOf[l]];
  }
}

double lse(const double* v, int n) {
  double m = v[0];
  for (int i = 1; i < n; ++i) m = std::max(m, v[i]);
  if (m <= kNo / 2) return kNo;
  double s = 0;
  for (int i = 0; i < n; ++i) s += std::exp(v[i] - m);
  return m + std::log(s);
}

// log Z over label paths that `allowed` leaves open; adds sign * expectations to the gradients.
double run_crf(const Net& net, const std::vector<Real>& e, const uint8_t* allowed, double sign,
               std::vector<double>& ge, double* gt, double* gs, double* gn) {
  const size_t n = e.size() / L;
  std::vector<double> a(n * L), b(n * L);
  auto emit = [&](size_t i, int l) {
    return allowed && !(allowed[i] >> kLabelOf[l] & 1) ? kNo : static_cast<double>(e[i * L + l]);
  };
  auto tr = [&](int x, int y) {
    return may_follow(x, y) ? static_cast<double>(net.w[net.trans + x * L + y]) : kNo;
  };
  for (int l = 0; l < L; ++l) a[l] = may_start(l) ? emit(0, l) + net.w[net.start + l] : kNo;
  double v[L];
  for (size_t i = 1; i < n; ++i)
    for (int y = 0; y < L; ++y) {
      for (int x = 0; x < L; ++x) v[x] = a[(i - 1) * L + x] + tr(x, y);
      a[i * L + y] = std::max(kNo, lse(v, L) + emit(i, y));
    }
  for (int l = 0; l < L; ++l) b[(n - 1) * L + l] = may_end(l) ? net.w[net.end + l] : kNo;
  for (int l = 0; l < L; ++l) v[l] = a[(n - 1) * L + l] + b[(n - 1) * L + l];
  const double z = lse(v, L);
  if (z < kNo / 2) return kNo;
  for (size_t i = n - 1; i > 0; --i)
    for (int x = 0; x < L; ++x) {
      for (int y = 0; y < L; ++y) v[y] = tr(x, y) + emit(i, y) + b[i * L + y];
      b[(i - 1) * L + x] = std::max(kNo, lse(v, L));
    }
  for (size_t i = 0; i < n; ++i)
    for (int l = 0; l < L; ++l) ge[i * L + l] += sign * std::exp(a[i * L + l] + b[i * L + l] - z);
  for (int l = 0; l < L; ++l) {
    gs[l] += sign * std::exp(a[l] + b[l] - z);
    gn[l] += sign * std::exp(a[(n - 1) * L + l] + b[(n - 1) * L + l] - z);
  }
  for (size_t i = 1; i < n; ++i)
    for (int x = 0; x < L; ++x)
      for (int y = 0; y < L; ++y) {
        const double p = a[(i - 1) * L + x] + tr(x, y) + emit(i, y) + b[i * L + y] - z;
        if (p > -50) gt[x * L + y] += sign * std::exp(p);
      }
  return z;
}

double backward(const Net& net, const Page& p, const Trace& t, std::vector<Real>& g, float fdrop) {
  const size_t n = p.rows.size();
  std::vector<double> ge(n * L);
  double gt[L * L] = {}, gs[L] = {}, gn[L] = {};
  const double num = run_crf(net, t.e, p.allowed.data(), -1, ge, gt, gs, gn);
  if (num < kNo / 2) return -1;
  const double den = run_crf(net, t.e, nullptr, 1, ge, gt, gs, gn);
  for (int i = 0; i < L * L; ++i) g[net.trans + i] += gt[i];
  for (int i = 0; i < L; ++i) {
    g[net.start + i] += gs[i];
    g[net.end + i] += gn[i];
  }
  std::vector<Real> gx(n * D), gy;
  for (size_t i = 0; i < n; ++i)
    for (int s = 0; s < L; ++s) {
      const Real d = static_cast<Real>(ge[i * L + s]);
      const int l = kLabelOf[s];
      g[net.outb + l] += d;
      for (int a = 0; a < D; ++a) {
        g[net.out + a * kLabels + l] += d * t.x[net.layers][i * D + a];
        gx[i * D + a] += d * net.w[net.out + a * kLabels + l];
      }
    }
  for (int k = net.layers - 1; k >= 0; --k) {
    const size_t base = net.conv + static_cast<size_t>(k) * (3 * D * D + D);
    const Real* c = &net.w[base];
    Real* gc = &g[base];
    const long step = 1L << k;
    gy = gx;  // the residual way
    for (size_t i = 0; i < n; ++i) {
      Real dz[D];
      bool any = false;
      for (int d = 0; d < D; ++d) {
        dz[d] = t.z[k][i * D + d] > 0 ? gx[i * D + d] * t.drop[k][i * D + d] : 0;
        any = any || dz[d] != 0;
        gc[3 * D * D + d] += dz[d];
      }
      if (!any) continue;
      for (int o = 0; o < 3; ++o) {
        const long j = static_cast<long>(i) + (o - 1) * step;
        if (j < 0 || j >= static_cast<long>(n)) continue;
        const Real* x = &t.x[k][j * D];
        const Real* m = c + o * D * D;
        Real* gm = gc + o * D * D;
        for (int a = 0; a < D; ++a) {
          Real s = 0;
          for (int b = 0; b < D; ++b) {
            s += dz[b] * m[a * D + b];
            gm[a * D + b] += x[a] * dz[b];
          }
          gy[j * D + a] += s;
        }
      }
    }
    gx.swap(gy);
  }
  const Real scale = 1 / (1 - fdrop);
  for (size_t i = 0; i < n; ++i) {
    Real d[D];
    for (int a = 0; a < D; ++a) {
      d[a] = t.x[0][i * D + a] > 0 ? gx[i * D + a] * t.drop0[i * D + a] : 0;
      g[net.b0 + a] += d[a];
      d[a] *= scale;
    }
    for (uint16_t r : t.rows[i]) {
      Real* v = &g[static_cast<size_t>(r) * D];
      for (int a = 0; a < D; ++a) v[a] += d[a];
    }
  }
  return den - num;
}

struct Options {
  int folds = 0, epochs = 12, seeds = 1, batch = 8;
  float rate = 3e-3F, decay = 1e-2F, fdrop = 0.15F, drop = 0.2F;
  std::string pages, out;
};

Net train(const std::vector<const Page*>& pages, const Options& o, uint64_t seed) {
  Net net(g_layers);
  net.init(seed);
  std::vector<Real> g(net.size), m(net.size), v(net.size);
  Rng rng{seed + 17};
  std::vector<size_t> order(pages.size());
  std::iota(order.begin(), order.end(), 0);
  const int per = static_cast<int>((pages.size() + o.batch - 1) / o.batch), steps = per * o.epochs;
  int step = 0;
  for (int ep = 0; ep < o.epochs; ++ep) {
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[rng.next() % i]);
    double loss = 0;
    for (size_t i = 0; i < order.size(); i += o.batch) {
      std::fill(g.begin(), g.end(), 0);
      const size_t stop = std::min(order.size(), i + o.batch);
      for (size_t k = i; k < stop; ++k) {
        Trace t;
        forward(net, *pages[order[k]], t, &rng, o.fdrop, o.drop);
        const double l = backward(net, *pages[order[k]], t, g, o.fdrop);
        if (l >= 0) loss += l;
      }
      ++step;
      double norm = 0;
      const Real per_page = 1 / static_cast<Real>(stop - i);
      for (Real& x : g) {
        x *= per_page;
        norm += static_cast<double>(x) * x;
      }
      if (!std::isfinite(norm)) {  // a step that would spoil all weights
        std::fprintf(stderr, "step %d left out: its gradient is not finite\n", step);
        continue;
      }
      const Real clip = norm > 25 ? static_cast<Real>(5 / std::sqrt(norm)) : 1;
      const Real lr = o.rate * std::min(1.0F, static_cast<Real>(step) / 50) *
                      std::max(0.02F, 1 - static_cast<Real>(step) / static_cast<Real>(steps));
      const Real c1 = 1 - std::pow(0.9F, static_cast<Real>(step)),
                 c2 = 1 - std::pow(0.999F, static_cast<Real>(step));
      for (size_t j = 0; j < net.size; ++j) {
        const Real x = g[j] * clip;
        m[j] = 0.9F * m[j] + 0.1F * x;
        v[j] = 0.999F * v[j] + 0.001F * x * x;
        net.w[j] -= lr * (m[j] / c1 / (std::sqrt(v[j] / c2) + 1e-8F) + o.decay * net.w[j]);
      }
    }
    if (ep % 4 == 3 || ep + 1 == o.epochs)
      std::fprintf(stderr, "epoch %d loss %.3f\n", ep + 1,
                   loss / static_cast<double>(pages.size()));
  }
  return net;
}

// The format of src/infer/model_file.h.
class ModelWriter {
 public:
  ModelWriter(const std::string& kind, uint32_t tensors) {
    out_ = "DMCHMODL";
    number(1, 4);
    text(kind);
    number(tensors, 4);
  }
  void floats(const std::string& name, const std::vector<uint32_t>& shape, const Real* values) {
    head(name, 0, shape, 1);
    size_t n = 1;
    for (uint32_t s : shape) n *= s;
    for (size_t i = 0; i < n; ++i) real(values[i]);
  }
  void bytes(const std::string& name, const std::vector<uint32_t>& shape, const Real* values) {
    size_t n = 1;
    for (uint32_t s : shape) n *= s;
    Real most = 1e-6F;
    for (size_t i = 0; i < n; ++i) most = std::max(most, std::fabs(values[i]));
    head(name, 1, shape, most / 127);
    for (size_t i = 0; i < n; ++i)
      out_ += static_cast<char>(static_cast<int8_t>(std::lround(values[i] * 127 / most)));
  }
  const std::string& done() const { return out_; }

 private:
  void number(uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out_ += static_cast<char>(value >> (8 * i) & 255);
  }
  void real(float value) {
    uint32_t bits;
    std::memcpy(&bits, &value, 4);
    number(bits, 4);
  }
  void text(const std::string& s) {
    number(static_cast<uint32_t>(s.size()), 2);
    out_ += s;
  }
  void head(const std::string& name, uint32_t type, const std::vector<uint32_t>& shape,
            float scale) {
    text(name);
    number(type, 1);
    number(static_cast<uint32_t>(shape.size()), 1);
    for (uint32_t s : shape) number(s, 4);
    real(scale);
  }
  std::string out_;
};

bool write_model(const std::vector<Net>& nets, const std::string& kind, const std::string& path) {
  std::vector<Real> steps(L * L), start(L), end(L);
  const auto part = static_cast<Real>(nets.size());
  for (const Net& net : nets) {
    for (int i = 0; i < L * L; ++i) steps[i] += net.w[net.trans + i] / part;
    for (int i = 0; i < L; ++i)
      start[i] += net.w[net.start + i] / part, end[i] += net.w[net.end + i] / part;
  }
  const auto per_net = static_cast<uint32_t>(4 + 2 * g_layers);
  ModelWriter out(kind, 3 + per_net * static_cast<uint32_t>(nets.size()));
  out.floats("steps", {L, L}, steps.data());
  out.floats("start", {L}, start.data());
  out.floats("end", {L}, end.data());
  for (size_t n = 0; n < nets.size(); ++n) {
    const Net& net = nets[n];
    const std::string p = std::to_string(n) + '.';
    out.bytes(p + "rows", {kRows, D}, net.w.data());
    out.floats(p + "bias", {D}, &net.w[net.b0]);
    for (int k = 0; k < g_layers; ++k) {
      const Real* c = &net.w[net.conv + static_cast<size_t>(k) * (3 * D * D + D)];
      out.floats(p + "layer" + std::to_string(k), {3, D, D}, c);
      out.floats(p + "layer" + std::to_string(k) + "_bias", {D}, c + 3 * D * D);
    }
    out.floats(p + "out", {D, kLabels}, &net.w[net.out]);
    out.floats(p + "out_bias", {kLabels}, &net.w[net.outb]);
  }
  std::ofstream file(path, std::ios::binary);
  file << out.done();
  file.close();
  return file.good();
}

// The likeliest part of each block by itself, as Labeller::label_each: `e` scores of blocks, `tr`,
// `st`, `en` of steps, starts and ends.
std::vector<int> label_each(const std::vector<double>& e, const std::vector<double>& tr,
                            const std::vector<double>& st, const std::vector<double>& en) {
  const size_t n = e.size() / L;
  std::vector<double> f(n * L, kNo), b(n * L, kNo);
  const auto step = [&](int x, int y) { return may_follow(x, y) ? tr[x * L + y] : kNo; };
  double v[L];
  for (int l = 0; l < L; ++l) f[l] = may_start(l) ? e[l] + st[l] : kNo;
  for (size_t i = 1; i < n; ++i)
    for (int y = 0; y < L; ++y) {
      for (int x = 0; x < L; ++x) v[x] = f[(i - 1) * L + x] + step(x, y);
      f[i * L + y] = std::max(kNo, lse(v, L) + e[i * L + y]);
    }
  for (int l = 0; l < L; ++l) b[(n - 1) * L + l] = may_end(l) ? en[l] : kNo;
  for (size_t i = n - 1; i > 0; --i)
    for (int x = 0; x < L; ++x) {
      for (int y = 0; y < L; ++y) v[y] = step(x, y) + e[i * L + y] + b[i * L + y];
      b[(i - 1) * L + x] = std::max(kNo, lse(v, L));
    }
  for (int l = 0; l < L; ++l) v[l] = f[(n - 1) * L + l] + b[(n - 1) * L + l];
  const double whole = lse(v, L);
  constexpr int kBefore = 0, kStandfirst = 1, kBody = 2, kInner = 3, kAfter = 4;
  std::vector<int> y(n);
  for (size_t i = 0; i < n; ++i) {
    double share[kLabels] = {};
    for (int l = 0; l < L; ++l) share[kLabelOf[l]] += std::exp(f[i * L + l] + b[i * L + l] - whole);
    if (share[kStandfirst] + share[kBody] > 0.5) {
      y[i] = share[kStandfirst] > share[kBody] ? kStandfirst : kBody;
      continue;
    }
    y[i] = kBefore;
    for (const int part : {kInner, kAfter})
      if (share[part] > share[y[i]]) y[i] = part;
  }
  return y;
}

std::vector<int> label(const std::vector<Net>& nets, const Page& p) {
  const size_t n = p.rows.size();
  if (n == 0) return {};
  std::vector<double> e(n * L), tr(L * L), st(L), en(L);
  for (const Net& net : nets) {
    Trace t;
    forward(net, p, t, nullptr, 0, 0);
    for (size_t i = 0; i < n * L; ++i) e[i] += t.e[i] / nets.size();
    for (int i = 0; i < L * L; ++i) tr[i] += net.w[net.trans + i] / nets.size();
    for (int i = 0; i < L; ++i)
      st[i] += net.w[net.start + i] / nets.size(), en[i] += net.w[net.end + i] / nets.size();
  }
  if (g_kind == "article-text") return label_each(e, tr, st, en);  // as the program does
  std::vector<double> a(n * L, kNo);
  std::vector<int> back(n * L);
  for (int l = 0; l < L; ++l) a[l] = may_start(l) ? e[l] + st[l] : kNo;
  for (size_t i = 1; i < n; ++i)
    for (int y = 0; y < L; ++y)
      for (int x = 0; x < L; ++x)
        if (may_follow(x, y) && a[(i - 1) * L + x] + tr[x * L + y] + e[i * L + y] > a[i * L + y]) {
          a[i * L + y] = a[(i - 1) * L + x] + tr[x * L + y] + e[i * L + y];
          back[i * L + y] = x;
        }
  int best = 0;
  double top = 2 * kNo;
  for (int l = 0; l < L; ++l)
    if (may_end(l) && a[(n - 1) * L + l] + en[l] > top) top = a[(n - 1) * L + l] + en[l], best = l;
  std::vector<int> y(n);
  for (size_t i = n; i > 0; --i) {
    y[i - 1] = kLabelOf[best];
    best = back[(i - 1) * L + best];
  }
  return y;
}

int complain(const std::string& what) {
  std::fprintf(stderr, "train_labeller: %s\n", what.c_str());
  return 1;
}

// --- the command line ---

constexpr int kMostNets = 16, kMostLayers = 8;  // as many as src/article/labeller.cc reads

template <typename Number>
bool read_number(std::string_view text, double least, double most, Number& to) {
  Number value{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  // A number that is none fails both comparisons.
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !(value >= least) ||
      !(value <= most))
    return false;
  to = value;
  return true;
}

int refuse_usage(const std::string& why) {
  if (!why.empty()) complain(why);
  std::fprintf(
      stderr,
      "usage: train_labeller PAGES OUT [FLAG VALUE]...\n"
      "  --kind html|text   what the model is for (html); text pages are read by posteriors\n"
      "  --folds N          hold out each of N folds, write labels; 0: write the model (0)\n"
      "  --seeds N          nets that are averaged, 1 to 16 (1)\n"
      "  --epochs N         (12)\n"
      "  --batch N          pages a step (8)\n"
      "  --layers N         convolutions, 1 to 8 (3)\n"
      "  --rate X           of learning (0.003)\n"
      "  --decay X          of weights (0.01)\n"
      "  --fdrop X          features left out, a share below 1 (0.15)\n"
      "  --drop X           activations left out, a share below 1 (0.2)\n"
      "  --group X          chance that a page goes without a region of features (0.3)\n");
  return 2;
}

// False for an unknown flag or a value that it cannot have.
bool read_flag(std::string_view flag, std::string_view value, Options& o) {
  constexpr double kMany = 1e6, kShare = 0.999;
  if (flag == "--kind") {
    if (value != "html" && value != "text") return false;
    g_kind = "article-" + std::string(value);
    return true;
  }
  if (flag == "--folds") return value != "1" && read_number(value, 0, 100, o.folds);
  if (flag == "--epochs") return read_number(value, 1, kMany, o.epochs);
  if (flag == "--seeds") return read_number(value, 1, kMostNets, o.seeds);
  if (flag == "--batch") return read_number(value, 1, kMany, o.batch);
  if (flag == "--layers") return read_number(value, 1, kMostLayers, g_layers);
  if (flag == "--rate") return read_number(value, 0, 1, o.rate);
  if (flag == "--decay") return read_number(value, 0, kMany, o.decay);
  if (flag == "--fdrop") return read_number(value, 0, kShare, o.fdrop);
  if (flag == "--drop") return read_number(value, 0, kShare, o.drop);
  if (flag == "--group") return read_number(value, 0, 1, g_group);
  return false;
}

// What is wrong with the command line, or nothing.
std::string read_options(int argc, char** argv, Options& o) {
  if (argc < 3) return "PAGES and OUT are missing";
  o.pages = argv[1];
  o.out = argv[2];
  for (int i = 3; i < argc; i += 2) {
    const std::string flag = argv[i];
    if (i + 1 == argc) return flag + " has no value";
    if (!read_flag(flag, argv[i + 1], o)) return flag + ' ' + argv[i + 1] + " cannot be used";
  }
  return {};
}

// --- the pages ---

// Whole numbers between blanks, and nothing else, each of 0 to `most`.
bool read_numbers(std::string_view line, long most, std::vector<long>& numbers) {
  numbers.clear();
  const char* at = line.data();
  const char* end = at + line.size();
  while (at != end) {
    if (*at == ' ') {
      ++at;
      continue;
    }
    long number = 0;
    const auto read = std::from_chars(at, end, number);
    if (read.ec != std::errc() || number < 0 || number > most) return false;
    if (read.ptr != end && *read.ptr != ' ') return false;
    numbers.push_back(number);
    at = read.ptr;
  }
  return true;
}

// What is wrong with the file, or nothing.
std::string read_pages(const std::string& path, int folds, std::vector<Page>& pages) {
  std::ifstream in(path);
  if (!in) return path + " cannot be opened";
  size_t number = 0;
  std::string line;
  std::vector<long> values;
  const auto bad = [&](const char* what) {
    return path + ':' + std::to_string(number) + ": " + what;
  };
  while (std::getline(in, line)) {
    ++number;
    if (!line.starts_with("page ") ||
        !read_numbers(std::string_view(line).substr(5), 1L << 30, values) || values.size() != 3)
      return bad("no line `page NUMBER FOLD BLOCKS`");
    if (folds > 0 && values[1] >= folds) return bad("its fold is not one of those");
    Page& p = pages.emplace_back();
    p.number = static_cast<int>(values[0]);
    p.fold = static_cast<int>(values[1]);
    for (long left = values[2]; left > 0; --left) {
      ++number;
      if (!std::getline(in, line)) return bad("the page has fewer blocks than it says");
      if (!read_numbers(line, kRows - 1, values) || values.empty())
        return bad("no line `LABELS ROW ROW ...` of rows below 8192");
      if (values[0] < 1 || values[0] >= 1 << kLabels) return bad("labels are five bits, not none");
      p.allowed.push_back(static_cast<uint8_t>(values[0]));
      p.rows.emplace_back(values.begin() + 1, values.end());
    }
  }
  if (in.bad()) return path + " cannot be read";
  if (pages.empty()) return path + " has no pages";
  return {};
}

// --- what is written ---

// All pages of which something can be learned, but those of the fold that is held out.
std::vector<const Page*> all_but(const std::vector<Page>& pages, int fold) {
  std::vector<const Page*> chosen;
  for (const Page& p : pages) {
    if (p.fold != fold && !p.rows.empty()) chosen.push_back(&p);
  }
  return chosen;
}

std::vector<Net> train_nets(const std::vector<const Page*>& pages, const Options& o) {
  std::vector<Net> nets;
  for (int s = 0; s < o.seeds; ++s) nets.push_back(train(pages, o, static_cast<uint64_t>(s)));
  return nets;
}

int write_labels(const std::vector<Page>& pages, const Options& o) {
  std::ofstream out(o.out);
  for (int f = 0; f < o.folds; ++f) {
    const auto chosen = all_but(pages, f);
    if (chosen.empty())
      return complain("fold " + std::to_string(f) + " leaves no page to learn from");
    const auto nets = train_nets(chosen, o);
    for (const Page& p : pages) {
      if (p.fold != f) continue;
      out << p.number;
      for (int y : label(nets, p)) out << ' ' << y;
      out << '\n';
    }
  }
  out.close();
  return out.good() ? 0 : complain(o.out + " cannot be written");
}

int write_whole_model(const std::vector<Page>& pages, const Options& o) {
  const auto chosen = all_but(pages, -1);
  if (chosen.empty()) return complain(o.pages + " has no page with blocks");
  return write_model(train_nets(chosen, o), g_kind, o.out) ? 0
                                                           : complain(o.out + " cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  Options o;
  if (argc == 1) return refuse_usage("");
  if (const std::string wrong = read_options(argc, argv, o); !wrong.empty())
    return refuse_usage(wrong);
  std::vector<Page> pages;
  if (const std::string wrong = read_pages(o.pages, o.folds, pages); !wrong.empty())
    return complain(wrong);
  // Known before the minutes of training; what stands there stays until then.
  if (!std::ofstream(o.out, std::ios::app)) return complain(o.out + " cannot be written");
  return o.folds > 0 ? write_labels(pages, o) : write_whole_model(pages, o);
}

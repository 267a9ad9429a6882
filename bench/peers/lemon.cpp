// Measuring rod: LEMON's min-cost-flow solvers on an .hhja instance.
// g++ -O3 -std=c++17 lemon.cpp -o lemon && ./lemon ns|cs FILE   (Debian: liblemon-dev)
// Circulation g → household → person → vacancy → g with costs −weight; prints one JSON line.
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

using namespace lemon;
using Ints = std::vector<int32_t>;

static Ints read(FILE* f, size_t n) {
  Ints a(n);
  if (n && fread(a.data(), 4, n, f) != n) exit(2);
  return a;
}

struct Arc {
  int from, to, capacity;
  int64_t cost;
  int pair;
};

template <class Solver>
static double run(const StaticDigraph& graph, const std::vector<Arc>& arcs, std::vector<char>& used) {
  StaticDigraph::ArcMap<int> capacity(graph);
  StaticDigraph::ArcMap<int64_t> cost(graph);
  for (size_t i = 0; i < arcs.size(); i++) {
    capacity[graph.arc(i)] = arcs[i].capacity;
    cost[graph.arc(i)] = arcs[i].cost;
  }
  const auto begin = std::chrono::steady_clock::now();
  Solver solver(graph);
  solver.upperMap(capacity).costMap(cost);
  if (solver.run() != Solver::OPTIMAL) exit(3);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  for (size_t i = 0; i < arcs.size(); i++) used[i] = solver.flow(graph.arc(i)) > 0;
  return seconds;
}

int main(int argc, char** argv) {
  if (argc != 3) return 1;
  FILE* f = fopen(argv[2], "rb");
  char magic[8];
  if (!f || fread(magic, 1, 8, f) != 8 || memcmp(magic, "HHJA1", 5)) return 2;
  const Ints head = read(f, 8);
  const int nH = head[0], nP = head[1], nV = head[2], nE = head[3], nS = head[4];
  const Ints tier = read(f, nH), covered = read(f, nH), hSett = read(f, nH), household = read(f, nP);
  const Ints places = read(f, nV), kind = read(f, nV), vSett = read(f, nV), county = read(f, nS);
  const Ints start = read(f, nP + 1), vacancy = read(f, nE), score = read(f, nE);

  const int64_t M = 1000LL * std::min(nP, nV) + 1, bonus[3] = {16 * M, 8 * M, 4 * M};
  std::vector<int> members(nH, 0);
  for (int h : household) members[h]++;
  const int H0 = 1, P0 = H0 + nH, V0 = P0 + nP;
  std::vector<Arc> arcs;
  for (int h = 0; h < nH; h++) {
    if (covered[h]) arcs.push_back({0, H0 + h, members[h], 0, -1});
    else {
      arcs.push_back({0, H0 + h, 1, -bonus[tier[h]], -1});
      arcs.push_back({0, H0 + h, std::max(0, members[h] - 1), 0, -1});
    }
  }
  for (int p = 0; p < nP; p++) arcs.push_back({H0 + household[p], P0 + p, 1, 0, -1});
  for (int p = 0; p < nP; p++)
    for (int e = start[p]; e < start[p + 1]; e++)
      arcs.push_back({P0 + p, V0 + vacancy[e], 1, (kind[vacancy[e]] == 1 ? M : -M) - score[e], e});
  for (int v = 0; v < nV; v++) arcs.push_back({V0 + v, 0, places[v], 0, -1});
  std::stable_sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) { return a.from < b.from; });
  std::vector<std::pair<int, int>> ends;
  for (const Arc& a : arcs) ends.push_back({a.from, a.to});
  StaticDigraph graph;
  graph.build(V0 + nV, ends.begin(), ends.end());

  std::vector<char> used(arcs.size());
  const double seconds = std::string(argv[1]) == "ns"
                             ? run<NetworkSimplex<StaticDigraph, int, int64_t>>(graph, arcs, used)
                             : run<CostScaling<StaticDigraph, int, int64_t>>(graph, arcs, used);
  long long value = 0;
  for (size_t i = 0; i < arcs.size(); i++)
    if (used[i]) value -= arcs[i].cost * (arcs[i].pair >= 0 || arcs[i].capacity == 1 ? 1 : 0);
  printf("{\"value\":%lld,\"seconds\":%.4f}\n", value, seconds);
}

# Writes the files of FOLDER as C++: cmake -DFOLDER=... -DOUT=... -P embed.cmake
file(GLOB files RELATIVE ${FOLDER} ${FOLDER}/*)
list(SORT files)
set(arrays "")
set(rows "")
set(number 0)
foreach(name IN LISTS files)
  file(READ ${FOLDER}/${name} bytes HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "constexpr unsigned char kFile${number}[] = {${bytes}0};\n")
  string(APPEND rows "    {\"${name}\", text_of(kFile${number})},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUT}.new "// Made of web/dist by cmake/embed.cmake.
#include <array>

#include \"serve/assets.h\"

namespace demarche::serve {
namespace {
${arrays}
template <size_t kSize>
std::string_view text_of(const unsigned char (&bytes)[kSize]) {
  return {reinterpret_cast<const char*>(bytes), kSize - 1};
}
}  // namespace

std::span<const Asset> assets() {
  static const std::array<Asset, ${number}> kAssets = {{
${rows}  }};
  return kAssets;
}

}  // namespace demarche::serve
")
file(COPY_FILE ${OUT}.new ${OUT} ONLY_IF_DIFFERENT)
file(REMOVE ${OUT}.new)

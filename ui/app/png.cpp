#include "ui/app/png.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace lscb::ui {
namespace {

void put_big_endian(std::string& out, std::uint32_t value) {
  for (const int shift : {24, 16, 8, 0}) out += static_cast<char>((value >> shift) & 0xFFU);
}

/// CRC-32 as in ISO 3309, bit by bit through a table.
std::uint32_t crc_of(std::string_view bytes) {
  constexpr std::uint32_t polynomial = 0xEDB88320U;
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t n = 0; n < table.size(); ++n) {
    std::uint32_t c = n;
    for (int bit = 0; bit < 8; ++bit) c = (c & 1U) != 0U ? polynomial ^ (c >> 1U) : c >> 1U;
    table[n] = c;
  }
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char byte : bytes) crc = table[(crc ^ static_cast<std::uint8_t>(byte)) & 0xFFU] ^ (crc >> 8U);
  return crc ^ 0xFFFFFFFFU;
}

/// RFC 1950.
std::uint32_t adler_of(std::string_view bytes) {
  constexpr std::uint32_t modulus = 65521;
  std::uint32_t a = 1, b = 0;
  for (const char byte : bytes) {
    a = (a + static_cast<std::uint8_t>(byte)) % modulus;
    b = (b + a) % modulus;
  }
  return b << 16U | a;
}

/// RFC 1950 around stored blocks of RFC 1951.
std::string zlib_stored(std::string_view bytes) {
  constexpr std::size_t largest_block = 65535;
  std::string out{"\x78\x01"};
  std::size_t at = 0;
  do {
    const std::size_t length = std::min(largest_block, bytes.size() - at);
    const bool last = at + length == bytes.size();
    out += static_cast<char>(last ? 1 : 0);
    for (const std::size_t word : {length, ~length}) {
      out += static_cast<char>(word & 0xFFU);
      out += static_cast<char>((word >> 8U) & 0xFFU);
    }
    out.append(bytes.substr(at, length));
    at += length;
  } while (at < bytes.size());
  put_big_endian(out, adler_of(bytes));
  return out;
}

void put_chunk(std::string& out, std::string_view type, std::string_view data) {
  put_big_endian(out, static_cast<std::uint32_t>(data.size()));
  const std::string body = std::string{type}.append(data);
  out += body;
  put_big_endian(out, crc_of(body));
}

}  // namespace

std::string to_png(const Picture& picture) {
  std::string head;
  put_big_endian(head, static_cast<std::uint32_t>(picture.width));
  put_big_endian(head, static_cast<std::uint32_t>(picture.height));
  head += std::string{"\x08\x02\x00\x00\x00", 5};  // eight bits, true colour, no interlace

  const std::size_t row = static_cast<std::size_t>(picture.width) * 3;
  std::string rows;
  rows.reserve((row + 1) * static_cast<std::size_t>(picture.height));
  for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y) {
    rows += '\0';  // no filter
    rows.append(reinterpret_cast<const char*>(picture.rgb.data()) + y * row, row);
  }

  std::string out{"\x89PNG\r\n\x1a\n"};
  put_chunk(out, "IHDR", head);
  put_chunk(out, "IDAT", zlib_stored(rows));
  put_chunk(out, "IEND", {});
  return out;
}

}  // namespace lscb::ui

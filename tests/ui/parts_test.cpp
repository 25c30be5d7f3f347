// The small parts: charts' arithmetic, contrast, the command line, pictures.
#include <gtest/gtest.h>

#include "ui/app/arguments.h"
#include "ui/app/png.h"
#include "ui/widgets/chart.h"
#include "ui/widgets/look.h"

namespace lscb::ui {
namespace {

TEST(Chart, StepsAreRoundAndInside) {
  EXPECT_EQ(round_steps(0.0, 100.0, 5), (std::vector<double>{0, 20, 40, 60, 80, 100}));
  EXPECT_EQ(round_steps(-3.0, 9.0, 4), (std::vector<double>{0, 5}));
  EXPECT_EQ(round_steps(0.0, 0.3, 3), (std::vector<double>{0, 0.1, 0.2, 0.1 * 3}));
  EXPECT_EQ(step_label(0.1 * 3, 0.1), "0.3");
  EXPECT_EQ(step_label(1'200'000, 200'000), "1,200,000");
  EXPECT_EQ(step_label(-50, 50), "-50");
}

TEST(Chart, TheVerticalSpanHoldsZeroAndTheLastInterval) {
  BandChart chart;
  chart.points = {{2, 40, -500, 580}, {50, 31, 24, 38}};
  const Span span = vertical_span(chart);
  EXPECT_LT(span.low, 0.0);
  EXPECT_GT(span.high, 38.0);
  EXPECT_LT(span.high, 100.0) << "the first interval must not flatten the rest";
  chart.indifference = 60.0;
  EXPECT_LT(vertical_span(chart).low, -60.0);
  const Span empty = vertical_span(BandChart{});
  EXPECT_LT(empty.low, empty.high);
  BandChart all_the_same;
  all_the_same.points = {{2, 0, 0, 0}};
  EXPECT_LT(vertical_span(all_the_same).low, vertical_span(all_the_same).high);
}

TEST(Chart, ACommonScaleKeepsOrderAndHoldsZero) {
  IntervalScale scale;
  scale.include(20.0);
  scale.include(-5.0);
  const float zero = scale.position(0.0, 100.0F, 200.0F);
  EXPECT_GT(zero, scale.position(-5.0, 100.0F, 200.0F));
  EXPECT_LT(zero, scale.position(20.0, 100.0F, 200.0F));
  EXPECT_GE(scale.position(-5.0, 100.0F, 200.0F), 100.0F);
  EXPECT_LE(scale.position(20.0, 100.0F, 200.0F), 200.0F);
}

TEST(Look, ContrastFollowsTheDefinition) {
  EXPECT_NEAR(contrast(IM_COL32(0, 0, 0, 255), IM_COL32(255, 255, 255, 255)), 21.0, 1e-9);
  EXPECT_NEAR(contrast(IM_COL32(119, 119, 119, 255), IM_COL32(255, 255, 255, 255)), 4.48, 0.005);
}

TEST(Look, EveryPairInUseCanBeRead) {
  for (const auto& pair : pairs_in_use(Palette{})) {
    EXPECT_GE(contrast(pair.ink, pair.ground), pair.least_contrast) << pair.use;
  }
  EXPECT_GE(usual_font_pixels, 18.0F);
}

TEST(Arguments, AreReadIntoPlainValues) {
  const auto parsed = parse({"--screenshot", "compare", "a.png", "--base", "restructure", "--change",
                             "done-well", "--replications", "12", "--seed", "7", "--size", "1280x800"});
  const auto& a = std::get<Arguments>(parsed);
  EXPECT_EQ(a.screenshot, "a.png");
  EXPECT_EQ(a.base, "restructure");
  EXPECT_EQ(a.change, "done-well");
  EXPECT_EQ(a.replications, 12);
  EXPECT_EQ(a.seed, 7U);
  EXPECT_EQ(a.width, 1280);
  EXPECT_EQ(a.height, 800);
  const auto usual = std::get<Arguments>(parse({}));
  EXPECT_EQ(usual.base, "no-change");
  EXPECT_EQ(usual.change, "isle-of-wight-2011");
  EXPECT_TRUE(std::holds_alternative<Help>(parse({"--help"})));
  EXPECT_TRUE(std::holds_alternative<Help>(parse({"--version"})));
}

TEST(Arguments, EveryMistakeIsToldAtOnce) {
  const auto parsed = parse({"--replications", "1", "--seed", "-3", "--size", "big", "--screenshot",
                             "compare", "a.jpg", "--colour", "--base"});
  ASSERT_TRUE(std::holds_alternative<Refusal>(parsed));
  EXPECT_EQ(std::get<Refusal>(parsed).mistakes.size(), 6U);
  for (const auto& mistake : std::get<Refusal>(parsed).mistakes) {
    EXPECT_NE(mistake.find("expected"), std::string::npos) << mistake;
  }
  EXPECT_TRUE(std::holds_alternative<Refusal>(parse({"--screenshot"})));
  EXPECT_TRUE(std::holds_alternative<Refusal>(parse({"--screenshot", "map", "a.png"})));
}

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<std::uint8_t>(bytes[at + i]);
  return value;
}

TEST(Png, APixelInOneBlockIsAsThePublishedExamplesHaveIt) {
  // Checksums by zlib's own crc32 and adler32 over the same bytes.
  const std::string png = to_png({1, 1, {255, 0, 0}});
  ASSERT_EQ(png.size(), 8U + 25U + 12U + 15U + 12U);
  EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1a\n");
  EXPECT_EQ(big_endian(png, 29), 0x907753DEU);               // of IHDR, 1 x 1, eight bits, true colour
  EXPECT_EQ(big_endian(png, 8 + 25 + 8 + 11), 0x03010100U);  // adler of 0, 255, 0, 0
  EXPECT_EQ(big_endian(png, png.size() - 4), 0xAE426082U);   // of IEND
}

TEST(Png, LargePicturesKeepEveryPixelOverTheirBlocks) {
  Picture picture{300, 200, {}};
  for (int i = 0; i < 300 * 200 * 3; ++i) picture.rgb.push_back(static_cast<std::uint8_t>(i * 7 % 251));
  const std::string png = to_png(picture);
  std::size_t at = 8 + 25 + 8 + 2;  // past signature, IHDR, IDAT's head and zlib's head
  std::string rows;
  bool last = false;
  while (!last) {
    last = png[at] == 1;
    const auto byte = [&](std::size_t i) {
      return static_cast<std::size_t>(static_cast<std::uint8_t>(png[at + i]));
    };
    const std::size_t length = byte(1) | byte(2) << 8U;
    EXPECT_EQ(length ^ 0xFFFFU, byte(3) | byte(4) << 8U);
    rows += png.substr(at + 5, length);
    at += 5 + length;
  }
  ASSERT_EQ(rows.size(), 200U * 901U);
  for (std::size_t y = 0; y < 200; ++y) {
    EXPECT_EQ(rows[y * 901], 0);
    ASSERT_EQ(
        rows.compare(y * 901 + 1, 900, reinterpret_cast<const char*>(picture.rgb.data()) + y * 900, 900), 0);
  }
}

}  // namespace
}  // namespace lscb::ui

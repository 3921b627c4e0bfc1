#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "hardware/escpos/Bands.hpp"

namespace luot::hardware::escpos {

/// Four printable characters (20h to 7Eh) that a printer sends back once all before them is on paper.
using ProcessId = std::array<char, 4>;

/// Writes the bytes of one print job. Knows no printer and does no I/O; numbers outside a command's range are
/// brought into it. Byte sequences: Epson ESC/POS command reference, the subset that clones share.
class Encoder {
public:
    /// ESC @: clears modes, and switches automatic status off.
    Encoder& init();
    /// ESC a.
    Encoder& align(Align where);
    /// GS P: what is fed is counted in dots of a head with so many an inch, 1 to 255. Belongs after each ESC
    /// @, since many printers begin with a unit of half a dot (Epson TM-T82III: 1/406 inch).
    Encoder& motionUnits(int dotsPerInch);
    /// GS W: what is centred or stands at the right is so within this many dots from the left, whatever the
    /// printer's own width is. Belongs after motionUnits(), which says what a dot is; the margin at the left
    /// is none after ESC @.
    Encoder& printWidth(int dots);
    /// ESC J, as often as needed: moves the paper by that many dots, once motionUnits() has said what a dot
    /// is.
    Encoder& feed(int dots);
    /// The same by white rows, for printers of which nobody knows how far ESC J moves.
    Encoder& whiteRows(int rows);
    /// GS v 0, band by band; the lines between them by ESC J. The alignment is then centre.
    Encoder& raster(const Image& image, const BandOptions& options = {});
    /// The sequence GS ( k of a code drawn by the printer, error correction M. A fifth of the models lacks
    /// it, so it is an option. Control characters are left out; nothing is put for no or too long a content.
    Encoder& qrCode(std::string_view content, int module);
    /// GS V 66: feeds to the cutter (13 to 15 mm above the head) and `dots` more, then cuts all but a point.
    Encoder& feedAndCut(int dots = 3);
    /// GS V 65: the same, cut through.
    Encoder& feedAndCutThrough(int dots = 3);
    /// GS a: the printer reports changes of these by itself; bits 0 drawer, 1 online, 2 error, 3 paper.
    Encoder& automaticStatus(std::uint8_t what = 0x0F);
    /// GS ( H function 48: the answer is 37 22 id 00, when the printing is completed.
    Encoder& requestProcessId(const ProcessId& id);
    /// GS r 1: one byte of paper status, answered in its turn, after all before it (not while paper is out).
    Encoder& requestPaperStatus();
    /// GS I 66: the maker's name. Clones give another's: to be shown, never to be believed.
    Encoder& requestMaker();
    /// GS I 67: the model's name.
    Encoder& requestModel();
    /// ESC p: a pulse of `milliseconds` (2 to 510) to the drawer's pin 2 or 5, on some kiosks a lamp.
    Encoder& kickDrawer(int pin, int milliseconds);
    /// Ends a picture that was broken off: `zeros` bytes that complete it, then ESC @.
    Encoder& endBrokenPicture(std::size_t zeros);
    /// ESC B of clones: `times` tones of `length` x 100 ms, 1 to 9 each.
    Encoder& buzzer(int times, int length);
    /// ESC ( A function 97 of Epson: the pattern `times`, each `length` x 100 ms on and off. At most 15
    /// times: 16 with a length of 4, 5 or 20 would read as a real-time command.
    Encoder& epsonBuzzer(int times, int length);

    const std::vector<std::uint8_t>& bytes() const { return bytes_; }
    std::vector<std::uint8_t> take() { return std::move(bytes_); }
    /// Dots that were black and were left white, because with their neighbours they would have been a
    /// command.
    int maskedDots() const { return maskedDots_; }

private:
    void put(std::initializer_list<int> bytes);
    void place(const Image& image, const Band& band);

    std::vector<std::uint8_t> bytes_;
    int maskedDots_ = 0;
};

/// What DLE EOT can ask about; printers answer at once with one byte, before all that still waits.
enum class StatusQuestion : std::uint8_t { printer = 1, offlineCause = 2, errorCause = 3, paper = 4 };

std::array<std::uint8_t, 3> realTimeStatusRequest(StatusQuestion about);

/// Printers obey DLE EOT, DLE ENQ and DLE DC4 even inside image data (Epson TM-U220 p. 56). Clears the one
/// dot of each DLE that begins such a pair; gives how many.
int maskRealTimeCommands(std::span<std::uint8_t> imageData);

}  // namespace luot::hardware::escpos

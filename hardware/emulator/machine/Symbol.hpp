#pragma once

#include <string>
#include <vector>

#include "hardware/emulator/command/Command.hpp"
#include "hardware/emulator/paper/Strip.hpp"

namespace luot::hardware::emulator::machine {

/// A picture between the margins.
struct Block {
    int width = 0;  ///< dots
    std::vector<paper::Row> rows;
};

/// GS ( k for QR codes: what is stored, how large a module is. Always level M.
class Symbol {
public:
    /// The picture, when the command asks to print it.
    Block obey(const command::Command& command);

private:
    Block drawn() const;

    int module_ = 3;  ///< dots
    std::string content_;
};

/// GS ( L and GS 8 L functions 112 and 50: a picture that is stored first and then printed.
class Graphics {
public:
    Block obey(const command::Command& command);

private:
    Block stored_;
};

}  // namespace luot::hardware::emulator::machine

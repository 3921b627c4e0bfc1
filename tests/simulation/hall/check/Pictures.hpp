#pragma once

#include "tests/simulation/hall/check/Checker.hpp"

namespace luot::simulation {

/// Once all is quiet every screen shows the server's hall, and no screen was ever told nonsense.
class PicturesConverge final : public Checker {
public:
    void confused(int client, const std::string& frame) override;
    void quiet(const protocol::Hall& hall, const std::vector<Picture>& pictures) override;
};

/// The picture that a client has right after a snapshot of `hall`.
protocol::Hall pictureOf(const protocol::Hall& hall);

}  // namespace luot::simulation

#include "FeedCheck.hpp"

namespace luot::faults {

std::string FeedCheck::greeting() const {
    if (feed_.empty() || last_ < 0) return {};
    return R"(,"feed":")" + feed_ + R"(","since":)" + std::to_string(last_);
}

bool FeedCheck::see(const base::json::Object& frame) {
    const auto& type = frame.at("type").as_string();
    if (type == "welcome") {
        const auto feed = std::string(frame.at("feed").as_string());
        if (feed != feed_) last_ = -1;
        feed_ = feed;
    }
    if (type == "snapshot") {
        const auto seq = frame.at("seq").to_number<std::int64_t>();
        if (seq < last_) ++gaps_;  // a record that went back
        last_ = seq;
        ++snapshots_;
    }
    if (type != "event") return false;
    const auto seq = frame.at("seq").to_number<std::int64_t>();
    if (last_ >= 0 && seq > last_ + 1) ++gaps_;
    if (seq <= last_) ++doubles_;
    last_ = seq;
    return true;
}

}  // namespace luot::faults

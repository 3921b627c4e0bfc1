#include "counter-client/hall/CallEcho.hpp"

namespace luot::counterclient::hall {

namespace {

bool isTrue(const base::json::Object& data, std::string_view member) {
    const auto* value = data.if_contains(member);
    return value && value->is_bool() && value->get_bool();
}

}  // namespace

void CallEcho::called(std::int64_t seq, std::int64_t local) {
    forget();
    seq_ = seq;
    at_ = local;
}

void CallEcho::shown(const base::json::Object& data) {
    const auto* call = data.if_contains("call");
    const auto* display = data.if_contains("display");
    if (!seq_ || !call || !call->is_int64() || call->get_int64() != *seq_) return;
    if (isTrue(data, "screen") && display && display->is_string())
        displays_.insert(std::string(display->get_string()));
    spoken_ = spoken_ || isTrue(data, "spoken");
}

void CallEcho::forget() {
    seq_.reset();
    displays_.clear();
    spoken_ = false;
}

}  // namespace luot::counterclient::hall

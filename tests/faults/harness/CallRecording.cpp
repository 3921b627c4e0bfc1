#include "CallRecording.hpp"

namespace luot::faults {

std::optional<RecordedCall> CallRecording::next() {
    RecordedCall call;
    if (!in_.read(reinterpret_cast<char*>(&call.head), sizeof call.head)) return std::nullopt;
    for (auto [text, size] :
         {std::pair{&call.path, call.head.pathLength}, std::pair{&call.other, call.head.otherLength},
          std::pair{&call.bytes, call.head.size}}) {
        text->resize(size);
        if (!in_.read(text->data(), size)) return std::nullopt;
    }
    return call;
}

}  // namespace luot::faults

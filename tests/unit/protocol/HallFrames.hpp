#pragma once

#include <fmt/format.h>

#include <string>

namespace luot::protocol {

/// A ticket as the wire has it.
inline std::string ticketText(std::string_view id, std::string_view state, int place,
                              std::string_view more = "") {
    return fmt::format(
        R"({{"id":"{0}","number":"A00{2}","service":"chung-thuc","state":"{1}","priority":false,)"
        R"("lane":"normal","issued_at":"2026-11-23T08:00:00+07:00","place":{2}{3}}})",
        id, state, place, more);
}

/// What a called ticket has beyond a waiting one; first called 90 s after its issue.
inline std::string calledText(std::string_view id, int place, int counter, int calls = 1) {
    const auto more =
        fmt::format(R"(,"counter":{},"calls":{},"called_at":"2026-11-23T08:01:30+07:00")", counter, calls);
    return ticketText(id, "called", place, more);
}

inline std::string eventText(int seq, std::string_view name, std::string_view data) {
    return fmt::format(
        R"({{"type":"event","seq":{},"at":"2026-11-23T08:02:00+07:00","name":"{}","data":{}}})", seq, name,
        data);
}

inline std::string ticketEvent(int seq, std::string_view name, std::string_view ticket) {
    return eventText(seq, name, fmt::format(R"({{"ticket":{}}})", ticket));
}

/// One part of a snapshot at seq 10 with two counters and one service; `lists` are more members of the hall.
inline std::string snapshotText(int part, int parts, std::string_view waiting, int seq = 10,
                                std::string_view feed = "feed-1") {
    return fmt::format(
        R"({{"type":"snapshot","seq":{3},"part":{0},"parts":{1},"hall":{{"feed":"{4}","seq":{3},"day":"2026-11-23",)"
        R"("now":"2026-11-23T08:00:00+07:00","open":true,"gives_tickets":true,"writable":true,"clock_speed":1,)"
        R"("centre":{{"id":"c","name_vi":"","name_en":"","authority_vi":"","authority_en":"","hotline":"",)"
        R"("notices_vi":[],"notices_en":[],"languages":["vi"],"asks_priority":true,"priority_groups_vi":[],)"
        R"("priority_groups_en":[],"target_wait_s":900,"warn_wait_s":600,"breach_wait_s":1200,)"
        R"("severe_wait_s":1800,"undo_within_s":10,"late_return_within_s":1800}},)"
        R"("services":[{{"id":"chung-thuc","prefix":"A","label_vi":"","label_en":"","kiosk_order":1,"waiting":2,)"
        R"("counters":[1]}}],)"
        R"("counters":[{{"number":1,"label":"","label_en":"","zone":"","state":"open","services":["chung-thuc"]}},)"
        R"({{"number":2,"label":"","label_en":"","zone":"","state":"closed","services":[]}}],)"
        R"("waiting":[{2}],"called":[],"serving":[],"held":[],"missed":[],"recent":[],)"
        R"("served":3,"wait_sum_s":100,"wait_count":2}}}})",
        part, parts, waiting, seq, feed);
}

}  // namespace luot::protocol

#include "tests/golden/dispenser/Example.hpp"

#include <stdexcept>

#include "dispenser/print/form/ReadForm.hpp"

namespace luot::dispenser::test {

namespace {

struct Row {
    const char* id;
    const char* vi;
    const char* en;
    int waiting;
};

constexpr Row rows[] = {
    {"chung-thuc", "Chứng thực", "Certification (authentication of copies)", 14},
    {"ho-tich", "Hộ tịch", "Civil status (births, marriages, deaths)", 6},
    {"dat-dai", "Đất đai", "Land", 4},
    {"ho-kinh-doanh", "Đăng ký kinh doanh", "Business registration", 2},
    {"lao-dong-xa-hoi", "Lao động - Người có công - Xã hội", "Labour, persons of merit, social protection",
     3},
    {"xay-dung", "Xây dựng", "Construction", 0},
    {"y-te", "Y tế", "Health", 0},
    {"giao-duc", "Giáo dục", "Education and training", 1},
    {"nong-nghiep", "Nông nghiệp - Môi trường", "Agriculture and environment", 0},
    {"tai-chinh", "Tài chính - Phí, lệ phí", "Finance, fees and charges", 1},
    {"tra-ket-qua", "Trả kết quả", "Return of results", 0},
    {"huong-dan", "Hướng dẫn - Hỗ trợ trực tuyến", "Guidance and help with online filing", 0},
    {"van-hoa", "Văn hóa - Thông tin", "Culture and information", 0},
};

protocol::Centre centreOf() {
    protocol::Centre centre;
    centre.nameVi = "Trung tâm Phục vụ hành chính công phường Tân Mẫu";
    centre.nameEn = "Public Administrative Service Centre of Tan Mau ward";
    centre.authorityVi = "UBND phường Tân Mẫu";
    centre.authorityEn = "People's Committee of Tan Mau ward";
    centre.hotline = "1022";
    centre.noShowAfterCalls = 3;
    centre.languages = {"vi", "en"};
    centre.priorityGroupsVi = {"Người cao tuổi", "Người khuyết tật", "Phụ nữ mang thai",
                               "Người đi cùng trẻ nhỏ", "Người có công với cách mạng"};
    centre.priorityGroupsEn = {"Older persons", "Persons with disabilities", "Pregnant women",
                               "Persons with a small child", "Persons of merit"};
    return centre;
}

}  // namespace

const base::Wording& wording() {
    static const auto loaded = base::Wording::load(LUOT_SOURCE_DIR "/config/wording");
    if (!loaded) throw std::runtime_error(loaded.error().what);
    return *loaded;
}

print::TicketPaper paperOf(const std::string& form, int width) {
    const auto read = print::form::readForm(LUOT_SOURCE_DIR "/config/tickets/" + form + ".toml", wording());
    if (!read) throw std::runtime_error(textOf(read.error()));
    return {*read, width};
}

base::Instant exampleNow() { return *base::parseInstant("2026-11-23T09:42:00+07:00"); }

protocol::Hall exampleHall() {
    protocol::Hall hall;
    hall.feed = "example";
    hall.day = "2026-11-23";
    hall.now = exampleNow();
    hall.open = hall.givesTickets = true;
    hall.centre = centreOf();
    int order = 0;
    for (const auto& row : rows) {
        protocol::Service service;
        service.id = row.id;
        service.labelVi = row.vi;
        service.labelEn = row.en;
        service.kioskOrder = ++order;
        service.waiting = row.waiting;
        service.counters = {1, 2, 3, 10};
        hall.services.push_back(service);
    }
    for (const int number : {1, 2, 3, 10}) {
        protocol::Counter counter;
        counter.number = number;
        counter.label = "Quầy " + std::to_string(number);
        counter.labelEn = "Counter " + std::to_string(number);
        hall.counters.push_back(counter);
    }
    return hall;
}

protocol::Ticket exampleTicket() {
    protocol::Ticket ticket;
    ticket.id = "t1";
    ticket.number = "B019";
    ticket.service = "ho-tich";
    ticket.state = "waiting";
    ticket.priority = true;
    ticket.issuedAt = exampleNow();
    ticket.ahead = 6;
    ticket.estimate = protocol::Estimate{18 * 60, 27 * 60};
    ticket.trackingUrl = "http://192.168.1.10:8080/t/7M3K9QXW2ZB5T8RANC4VHJ6DE";
    return ticket;
}

}  // namespace luot::dispenser::test

// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/site_words.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

using enum PageVerdict;
using std::string_view_literals::operator""sv;

// Folded words; "x*" is a beginning. Only words that say "you", "we" and "please" and next to
// nothing else in any other of the languages.
constexpr std::string_view kReaderWords =
    "you your yours we our ours us please sorry "                                            // en
    "wir uns unser* du dein* dich dir bitte "                                                // de
    "vous votre vos nous notre nos veuillez désolé désolés vérifiez utilisez saisissez "     // fr
    "revenez cliquez connectez "                                                             //
    "tu tus nosotros nuestro* nuestra* usted puedes vuelve comprueba sentimos "              // es
    "disculpas escribe haz "                                                                 //
    "tuo tua tuoi tue nostro nostra nostri nostre puoi torna controlla inserisci scusiamo "  // it
    "spiacenti siamo ricomincia "                                                            //
    "você vocês nosso* nossa* verifique digite pedimos desculpe desculpas "                  // pt
    "uw jij jouw wij onze ons controleer vul "                                               // nl
    "twoj* twój twoim ciebie nasz* nami możesz sprawdź wróć wpisz skorzystaj "               // pl
    "przepraszamy prosimy szukasz zacznij "                                                  //
    "вы вас вам вами ваш* мы нас нам наш* пожалуйста извините извиняемся проверьте "         // ru
    "вернитесь введите воспользуйтесь начните попробуйте "                                   //
    "ви ми перевірте поверніться введіть вибачте скористайтеся спробуйте "                   // uk
    "lütfen bizim bize biz bizimle özür deneyin dönün girin kullanın "                       // tr
    "dumneavoastră noastr* nostr* vă noi rugăm verificați reveniți folosiți introduceți "    // ro
    "puteți scuze "                                                                          //
    "σας μας εμείς εσείς παρακαλούμε παρακαλώ λυπούμαστε ελέγξτε επιστρέψτε μπορείτε "       // el
    "χρησιμοποιήστε εισαγάγετε δοκιμάστε ζητούμε "                                           //
    "ön önt önnek kérjük sajnáljuk elnézést ellenőrizze térjen adja használja "              // hu
    "vy vás vám váš vaše vašem naše našich náš nám nás prosím omlouváme omlouvame "          // cs
    "zkontrolujte vraťte zadejte "                                                           //
    "vi oss vår vårt våra ditt dina vänligen beklagar "                                      // sv
    "deg dine våre vores vennligst venligst "            // no, da
    "sinä sinun sinulle meidän pahoittelemme tarkista "  // fi
    "bạn chúng "                                         // vi
    "anda kami kita maaf silakan mohon "                 // id
    "вие моля съжаляваме vas vaš* naš* molimo žao ";     // bg, hr

// The same in scripts that join words, or whose vowel signs are no letters: found anywhere.
constexpr std::array kReaderParts = {
    "يمكنك"sv,    "يرجى"sv,   "عذرا"sv,     "نعتذر"sv,    "الرجاء"sv, "نشكرك"sv,      "تبحث عن"sv,
    "طلبك"sv,     "جهازك"sv,  "خصوصيتك"sv,  "أدخل"sv,     "لديك"sv,   "نأسف"sv,       "نحن"sv,
    "שלך"sv,      "שלנו"sv,   "מצטערים"sv,  "מתנצלים"sv,  "חיפשת"sv,  "אנא "sv,       "בדוק"sv,
    "השתמש "sv,   "הזן "sv,   "אנחנו"sv,    "אתה"sv,      "שהקלדת"sv, "شما"sv,        "لطفا"sv,
    "متأسف"sv,    "متاسف"sv,  "پوزش"sv,     "کنید"sv,     "آپ"sv,     "براہ کرم"sv,   "आप"sv,
    "कृपया"sv,     "क्षमा"sv,   "हमारे"sv,     "हमारी"sv,    "खेद"sv,     "हमने"sv,        "您"sv,
    "我们"sv,     "我們"sv,   "抱歉"sv,     "请检查"sv,   "请使用"sv, "请输入"sv,     "請檢查"sv,
    "ください"sv, "お探し"sv, "いただ"sv,   "お客様"sv,   "当社"sv,   "当サイト"sv,   "ご利用"sv,
    "申し訳"sv,   "お持ち"sv, "ご確認"sv,   "やり直し"sv, "주세요"sv, "회원님"sv,     "저희"sv,
    "십시오"sv,   "찾으시"sv, "입력하신"sv, "요청하신"sv, "죄송"sv,   "감사합니다"sv, "คุณ"sv,
    "ขออภัย"sv,    "เรา"sv,    "โปรด"sv,     "กรุณา"sv};

// What ends a Turkish word that is spoken to its reader: "your page", "you were looking for".
constexpr std::array kReaderEndings = {
    "iniz"sv,  "ınız"sv,  "unuz"sv,   "ünüz"sv,   "inizi"sv,  "ınızı"sv,  "unuzu"sv, "ünüzü"sv,
    "inize"sv, "ınıza"sv, "inizde"sv, "ınızda"sv, "inizin"sv, "ınızın"sv, "sunuz"sv, "siniz"sv};

struct Things {
  PageVerdict kind;
  std::string_view words;  // folded; "x*" is a beginning
};
// What a site has and speaks of, by the kind of page that is made of it.
constexpr std::array kThingWords = {
    Things{kError,
           "page pages site website webpage link url address homepage seite* webseite* website* "
           "startseite adresse* page* site* lien* accueil página* sitio web dirección enlace* "
           "portada buscador pagina* sito indirizzo home endereço* busca pesquisa pagina* adres* "
           "voorpagina startpagina strona stron* wyszukiwark* страниц* сайт* адрес* ссылк* поиск* "
           "сторінк* посиланн* пошук* sayfa* site* adres* bağlantı* arama pagin* site* σελίδα* "
           "σελίδων ιστότοπο* ιστοσελίδ* διεύθυνση* σύνδεσμο* αναζήτηση* oldal* hivatkozás* címet "
           "stránk* odkaz* adres* vyhledáv* sida sidan sidor siden webbplats* nettsted* adress* "
           "länk* lenke* sivu* osoite* linkki* halaman* situs* tautan* страницата stranic* "
           "wartung wartungsarbeiten gewartet maintenance mantenimiento manutenzione manutenção "
           "onderhoud mentenanță συντήρηση karbantartás* údržb* underhåll vedlikehold"},
    Things{kConsent,
           "cookie* privacy partner* consent device* ads datenschutz* privatsphäre gerät* "
           "einwilligung* personenbezogene* confidentialité partenaires appareil* privacidad "
           "socios dispositivo* dispositiv* parceiros privacidade apparaat persoonsgegevens "
           "prywatność* urządzeni* конфиденциальност* устройств* партнёр* партнер* пристро* "
           "gizlili* çerez* cihaz* ortaklar* confidențialitate* parteneri* απόρρητ* συσκευή* "
           "συνεργάτες eszköz* adatvédel* süti* soukromí souhlas* zařízení integritet* "
           "informasjonskapsler eväst* privasi perangkat* kolačić* бисквитки"},
    Things{kLogin,
           "password* account* login e-mail email subscribe* subscription* passwort kennwort "
           "konto abo abonn* registrieren anmelden compte contraseña* cuenta suscri* abbon* conta "
           "senha* assinatura wachtwoord* hasło hasła konta zaloguj* парол* аккаунт* подписк* "
           "учётн* учетн* передплат* şifre* parola* hesap* hesab* parol* contul cont κωδικό* "
           "λογαριασμό* jelszó* jelszav* fiók* heslo hesla účet účtu lösenord* passord* "
           "adgangskode* prenumer* salasana* tili akun sandi lozink*"},
    Things{kScripts,
           "javascript browser* request* traffic captcha robot adblock* anfrage* navigateur* "
           "demande* navegador* solicitud* solicitação richiesta* verzoek* przegląd* żądani* "
           "браузер* запрос* запит* tarayıcı* istek isteğ* cerere* cererea αίτημα* böngésző* "
           "prohlížeč* požadav* webbläsare* nettleser* selain* peramban*"},
};
struct Thing {
  std::string_view words;
  PageVerdict kind;
};
constexpr std::array kThingParts = {
    Thing{"صفحة"sv, kError},
    Thing{"صفحت"sv, kError},
    Thing{"صفحات"sv, kError},
    Thing{"الرابط"sv, kError},
    Thing{"العنوان"sv, kError},
    Thing{"موقعنا"sv, kError},
    Thing{"محرك البحث"sv, kError},
    Thing{"تعريف الارتباط"sv, kConsent},
    Thing{"خصوصي"sv, kConsent},
    Thing{"شركاؤ"sv, kConsent},
    Thing{"جهازك"sv, kConsent},
    Thing{"كلمة المرور"sv, kLogin},
    Thing{"حساب"sv, kLogin},
    Thing{"طلبك"sv, kScripts},
    Thing{"הדף"sv, kError},
    Thing{"דף הבית"sv, kError},
    Thing{"דפים"sv, kError},
    Thing{"האתר"sv, kError},
    Thing{"קישור"sv, kError},
    Thing{"כתובת"sv, kError},
    Thing{"חיפוש"sv, kError},
    Thing{"עוגיות"sv, kConsent},
    Thing{"פרטיות"sv, kConsent},
    Thing{"המכשיר"sv, kConsent},
    Thing{"במכשיר"sv, kConsent},
    Thing{"סיסמה"sv, kLogin},
    Thing{"סיסמ"sv, kLogin},
    Thing{"חשבון"sv, kLogin},
    Thing{"דפדפן"sv, kScripts},
    Thing{"הבקשה"sv, kScripts},
    Thing{"صفحه"sv, kError},
    Thing{"وب‌سایت"sv, kError},
    Thing{"سایت"sv, kError},
    Thing{"پیوند"sv, kError},
    Thing{"نشانی"sv, kError},
    Thing{"کوکی"sv, kConsent},
    Thing{"حریم خصوصی"sv, kConsent},
    Thing{"گذرواژه"sv, kLogin},
    Thing{"رمز عبور"sv, kLogin},
    Thing{"حساب کاربری"sv, kLogin},
    Thing{"درخواست شما"sv, kScripts},
    Thing{"पृष्ठ"sv, kError},
    Thing{"पेज"sv, kError},
    Thing{"वेबसाइट"sv, kError},
    Thing{"लिंक"sv, kError},
    Thing{"पते में"sv, kError},
    Thing{"कुकी"sv, kConsent},
    Thing{"डिवाइस"sv, kConsent},
    Thing{"निजता"sv, kConsent},
    Thing{"गोपनीयता"sv, kConsent},
    Thing{"पासवर्ड"sv, kLogin},
    Thing{"खाता"sv, kLogin},
    Thing{"ब्राउज़र"sv, kScripts},
    Thing{"अनुरोध"sv, kScripts},
    Thing{"页面"sv, kError},
    Thing{"网页"sv, kError},
    Thing{"网站"sv, kError},
    Thing{"网址"sv, kError},
    Thing{"链接"sv, kError},
    Thing{"首页"sv, kError},
    Thing{"頁面"sv, kError},
    Thing{"網頁"sv, kError},
    Thing{"網站"sv, kError},
    Thing{"網址"sv, kError},
    Thing{"首頁"sv, kError},
    Thing{"站内搜索"sv, kError},
    Thing{"隐私"sv, kConsent},
    Thing{"隱私"sv, kConsent},
    Thing{"合作伙伴"sv, kConsent},
    Thing{"密码"sv, kLogin},
    Thing{"密碼"sv, kLogin},
    Thing{"账号"sv, kLogin},
    Thing{"帐号"sv, kLogin},
    Thing{"浏览器"sv, kScripts},
    Thing{"瀏覽器"sv, kScripts},
    Thing{"您的请求"sv, kScripts},
    Thing{"ページ"sv, kError},
    Thing{"サイト"sv, kError},
    Thing{"アドレス"sv, kError},
    Thing{"リンク"sv, kError},
    Thing{"メンテナンス"sv, kError},
    Thing{"プライバシー"sv, kConsent},
    Thing{"クッキー"sv, kConsent},
    Thing{"パスワード"sv, kLogin},
    Thing{"アカウント"sv, kLogin},
    Thing{"ブラウザ"sv, kScripts},
    Thing{"リクエスト"sv, kScripts},
    Thing{"페이지"sv, kError},
    Thing{"사이트"sv, kError},
    Thing{"주소"sv, kError},
    Thing{"링크"sv, kError},
    Thing{"첫 화면"sv, kError},
    Thing{"쿠키"sv, kConsent},
    Thing{"개인정보"sv, kConsent},
    Thing{"비밀번호"sv, kLogin},
    Thing{"계정"sv, kLogin},
    Thing{"브라우저"sv, kScripts},
    Thing{"자동 접속"sv, kScripts},
    Thing{"หน้าที่คุณ"sv, kError},
    Thing{"หน้าแรก"sv, kError},
    Thing{"หน้าเว็บ"sv, kError},
    Thing{"เว็บไซต์"sv, kError},
    Thing{"ลิงก์"sv, kError},
    Thing{"คุกกี้"sv, kConsent},
    Thing{"ความเป็นส่วนตัว"sv, kConsent},
    Thing{"อุปกรณ์ของคุณ"sv, kConsent},
    Thing{"รหัสผ่าน"sv, kLogin},
    Thing{"บัญชี"sv, kLogin},
    Thing{"เบราว์เซอร์"sv, kScripts},
    Thing{"คำขอ"sv, kScripts},
    Thing{"trình duyệt"sv, kScripts},
    Thing{"trang này"sv, kError},
    Thing{"trang web"sv, kError},
    Thing{"liên kết"sv, kError},
    Thing{"mật khẩu"sv, kLogin},
    Thing{"tài khoản"sv, kLogin},
    Thing{"mot de passe"sv, kLogin},
    Thing{"log in"sv, kLogin},
    Thing{"sign in"sv, kLogin},
    Thing{"privacy policy"sv, kLittle},
    Thing{"terms of service"sv, kLittle},
    Thing{"terms of use"sv, kLittle},
    Thing{"newsletter"sv, kLittle},
    Thing{"ad blocker"sv, kScripts},
    Thing{"unusual activity"sv, kScripts},
    Thing{"these conditions"sv, kLittle},
};

// Words of a list, looked up whole and by their beginnings.
class WordList {
 public:
  explicit WordList(std::string_view words) {
    for (std::string_view word : split(words, ' ')) {
      if (word.empty()) continue;
      if (word.back() == '*') {
        word.remove_suffix(1);
        beginnings_.insert(word);
        longest_ = std::max(longest_, word.size());
        shortest_ = std::min(shortest_, word.size());
      } else {
        whole_.insert(word);
      }
    }
  }
  [[nodiscard]] bool has(std::string_view word) const {
    if (whole_.contains(word)) return true;
    for (size_t n = std::min(longest_, word.size()); n >= shortest_; --n) {
      if (beginnings_.contains(word.substr(0, n))) return true;
    }
    return false;
  }

 private:
  std::unordered_set<std::string_view> whole_, beginnings_;
  size_t longest_ = 0, shortest_ = 64;
};

// The German polite forms are told by their capital from "she", "her" and "they".
bool is_polite_german(std::string_view word) {
  static constexpr std::array kForms = {"Sie"sv,   "Ihnen"sv, "Ihr"sv,   "Ihre"sv,
                                        "Ihrer"sv, "Ihrem"sv, "Ihren"sv, "Ihres"sv};
  return std::ranges::find(kForms, word) != kForms.end();
}

bool speaks_turkish_you(std::string_view word) {
  return std::ranges::any_of(kReaderEndings,
                             [&](std::string_view ending) { return word.ends_with(ending); });
}

struct Lists {
  WordList reader{kReaderWords};
  std::vector<std::pair<PageVerdict, WordList>> things;
  Lists() {
    for (const Things& list : kThingWords) things.emplace_back(list.kind, WordList(list.words));
  }
};

const Lists& lists() {
  static const Lists kLists;
  return kLists;
}

}  // namespace

std::string_view reader_words() { return kReaderWords; }

SiteTalk find_site_talk(std::string_view sentence) {
  SiteTalk talk;
  std::array<size_t, 16> votes{};
  const auto vote = [&](PageVerdict kind) { ++votes[static_cast<size_t>(kind)]; };
  bool first = true;
  for (size_t at = 0; at < sentence.size();) {
    size_t end = at;
    while (end < sentence.size()) {
      const CodePoint c = decode_utf8(sentence, end);
      const bool inner = c.value == '-' && end > at;
      if (!is_letter(c.value) && !inner) break;
      end += c.length;
    }
    if (end == at) {
      at += decode_utf8(sentence, at).length;
      continue;
    }
    const std::string_view word = sentence.substr(at, end - at);
    const std::string folded = fold_case(word);
    talk.to_reader = talk.to_reader || (!first && is_polite_german(word)) ||
                     lists().reader.has(folded) || speaks_turkish_you(folded);
    for (const auto& [kind, list] : lists().things) {
      if (list.has(folded)) vote(kind);
    }
    first = false;
    at = end;
  }
  const std::string lower = fold_case(sentence);
  talk.to_reader = talk.to_reader || std::ranges::any_of(kReaderParts, [&](std::string_view part) {
                     return lower.find(part) != std::string::npos;
                   });
  for (const Thing& thing : kThingParts) {
    if (lower.find(thing.words) != std::string::npos) vote(thing.kind);
  }
  const auto most = std::ranges::max_element(votes);
  if (*most > 0) talk.thing = static_cast<PageVerdict>(most - votes.begin());
  return talk;
}

std::string without_quotes(std::string_view text) {
  struct Pair {
    std::string_view open, close;
  };
  static constexpr std::array kPairs = {Pair{"“", "”"}, Pair{"„", "“"},   Pair{"«", "»"},
                                        Pair{"»", "«"}, Pair{"\"", "\""}, Pair{"「", "」"},
                                        Pair{"”", "”"}};
  std::string out;
  std::array<bool, kPairs.size()> none{};  // no closing mark is left: looked for once
  for (size_t at = 0; at < text.size();) {
    size_t end = std::string_view::npos;
    for (size_t k = 0; k < kPairs.size() && end == std::string_view::npos; ++k) {
      if (none[k] || !text.substr(at).starts_with(kPairs[k].open)) continue;
      end = text.find(kPairs[k].close, at + kPairs[k].open.size());
      if (end == std::string_view::npos) {
        none[k] = true;
      } else {
        end += kPairs[k].close.size();
      }
    }
    if (end == std::string_view::npos) {
      out += text[at++];
    } else {
      out += ' ';
      at = end;
    }
  }
  return out;
}

}  // namespace demarche

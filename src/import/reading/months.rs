//! The names of months, as watches and services write them in their tables.

/// The full names of each month, in lower case and without marks over the letters; a table shortens them as
/// it likes. English and German first, then the others that Strava and Garmin speak.
const MONTHS: [&str; 12] = [
    "january januar januari janvier enero gennaio janeiro tammikuuta styczen stycznia leden ledna январь января ocak",
    "february februar februari fevrier febrero febbraio fevereiro helmikuuta luty lutego unor unora февраль \
     февраля subat",
    "march marz mrz maart mrt mars marzo marco maaliskuuta marzec marca brezen brezna март марта mart maret",
    "april avril abril aprile huhtikuuta kwiecien kwietnia duben dubna апрель апреля nisan",
    "may mai mei mayo maggio maio maj toukokuuta maja kveten kvetna май мая mayis",
    "june juni juin junio giugno junho kesakuuta czerwiec czerwca cerven cervna cvn июнь июня haziran",
    "july juli juillet julio luglio julho heinakuuta lipiec lipca cervenec cervence cvc июль июля temmuz",
    "august augustus augusti aout agosto elokuuta sierpien sierpnia srpen srpna август августа agustos agustus",
    "september septembre septiembre setiembre settembre setembro syyskuuta wrzesien wrzesnia zari сентябрь сентября \
     eylul",
    "october oktober octobre octubre ottobre outubro lokakuuta pazdziernik pazdziernika rijen rijna октябрь октября ekim",
    "november novembre noviembre novembro marraskuuta listopad listopada ноябрь ноября kasim",
    "december dezember decembre diciembre dicembre dezembro desember joulukuuta grudzien grudnia prosinec prosince \
     декабрь декабря aralik",
];

/// The number of the month that a word names, in full or shortened to three letters or more.
pub(super) fn month(word: &str) -> Option<i8> {
    let word: String = word.to_lowercase().chars().map(bare).collect();
    if word.chars().count() < 3 {
        return None;
    }
    let names = |it: &&str| it.split_whitespace().any(|name| name.starts_with(&word));
    MONTHS.iter().position(names).map(|at| at as i8 + 1)
}

/// A letter without the mark over it.
fn bare(letter: char) -> char {
    match letter {
        'ä' | 'á' | 'à' | 'ã' | 'â' | 'å' | 'ą' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ę' => 'e',
        'í' | 'î' | 'ì' | 'ı' => 'i',
        'ó' | 'ö' | 'ô' | 'ò' | 'õ' => 'o',
        'ú' | 'û' | 'ü' | 'ù' | 'ů' => 'u',
        'ç' | 'č' | 'ć' => 'c',
        'ş' | 'ś' | 'š' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        'ř' => 'r',
        'ń' | 'ñ' => 'n',
        'ğ' => 'g',
        'ý' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_by_how_their_names_begin_in_many_languages() {
        for (words, number) in [
            (
                &[
                    "Jan", "janv", "ene", "gen", "January", "stycznia", "янв", "tammik", "oca",
                ][..],
                1,
            ),
            (&["Feb", "févr", "fev", "lut", "úno", "Şub"], 2),
            (&["Mar", "März", "Mrz", "mrt", "mars", "marca", "maalis"], 3),
            (&["Apr", "avr", "abr", "kwi", "huhti"], 4),
            (&["May", "Mai", "maj", "mag", "mei", "мая", "touko"], 5),
            (&["Jun", "juin", "giu", "cze", "kesä", "čvn"], 6),
            (&["Jul", "juil", "lug", "lip", "července", "heinä"], 7),
            (&["Aug", "août", "ago", "sie", "elok"], 8),
            (&["Sep", "Sept", "set", "wrz", "syys"], 9),
            (&["Oct", "Okt", "ott", "out", "paź"], 10),
            (&["Nov", "nov", "lis", "marras"], 11),
            (&["Dec", "Dez", "dic", "déc", "des", "gru", "joulu", "дек"], 12),
        ] {
            for word in words {
                assert_eq!(month(word), Some(number), "{word}");
            }
        }
        for word in ["", "x", "ma", "monday", "marathon", "pm"] {
            assert_eq!(month(word), None, "{word}");
        }
    }
}

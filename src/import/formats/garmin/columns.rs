//! Where the columns of the table of activities are, in the language of whoever exported it.

use crate::import::reading::table::Header;

/// What begins each table, in every language, in this order: type, date, favourite, title, distance, calories,
/// time, mean and highest heart rate.
const FIRST: usize = 9;

const TYPE: [&str; 12] = [
    "Activity Type",
    "Aktivitätstyp",
    "Aktivitetstype",
    "Tipo de actividad",
    "Type d'activité",
    "Type d’activité",
    "Tipo di attività",
    "Activiteittype",
    "Aktivitetstyp",
    "Typ aktywności",
    "Tipo de atividade",
    "Aktiviteetin tyyppi",
];
const MOVING: [&str; 11] = [
    "Moving Time",
    "Zeit in Bewegung",
    "Tiempo en movimiento",
    "Temps de déplacement",
    "Durée de déplacement",
    "Tempo in movimento",
    "Beweegtijd",
    "Tijd in beweging",
    "Tid i rörelse",
    "Czas ruchu",
    "Tid i bevægelse",
];
const ELAPSED: [&str; 11] = [
    "Elapsed Time",
    "Verstrichene Zeit",
    "Tiempo transcurrido",
    "Temps écoulé",
    "Durée écoulée",
    "Tempo trascorso",
    "Verstreken tijd",
    "Förfluten tid",
    "Upłynęło czasu",
    "Forløbet tid",
    "Tempo decorrido",
];
const PACE: [&str; 14] = [
    "Avg Pace",
    "Ø Pace",
    "Gennemsnitstempo",
    "Ritmo medio",
    "Allure moyenne",
    "Passo medio",
    "Gemiddeld tempo",
    "Medeltempo",
    "Średnie tempo",
    "Ritmo médio",
    "Avg Speed",
    "Ø Geschwindigkeit",
    "Velocidad media",
    "Vitesse moyenne",
];
const CADENCE: [&str; 9] = [
    "Avg Run Cadence",
    "Ø Schrittfrequenz (Laufen)",
    "Gennemsnit kadence løb",
    "Cadencia de carrera media",
    "Cadence de course moyenne",
    "Cadenza di corsa media",
    "Gemiddelde loopcadans",
    "Medelkadens för löpning",
    "Avg Cadence",
];
const STRIDE: [&str; 9] = [
    "Avg Stride Length",
    "Ø Schrittlänge",
    "Gennemsnitlig skridtlængde",
    "Longitud media de zancada",
    "Longueur moyenne des foulées",
    "Lunghezza media passo",
    "Gemiddelde staplengte",
    "Genomsnittlig steglängd",
    "Średnia długość kroku",
];
const CLIMB: [&str; 11] = [
    "Total Ascent",
    "Anstieg gesamt",
    "Højdeforøgelse",
    "Ascenso total",
    "Ascension totale",
    "Ascesa totale",
    "Totale stijging",
    "Total stigning",
    "Całkowity wznios",
    "Subida total",
    "Elev Gain",
];
const WARMTH: [&str; 4] = [
    "Max Temp",
    "Maximale Temperatur",
    "Maksimum temperatur",
    "Temperatura máxima",
];

/// Names that stand in these tables in every language.
const UNTRANSLATED: [&str; 3] = ["Training Stress Score®", "Normalized Power® (NP®)", "Grit"];

/// Where the columns are.
pub(super) struct Columns {
    pub kind: Option<usize>,
    pub date: Option<usize>,
    pub title: Option<usize>,
    pub distance: Option<usize>,
    pub time: Option<usize>,
    pub avg_hr: Option<usize>,
    pub max_hr: Option<usize>,
    pub moving: Option<usize>,
    pub elapsed: Option<usize>,
    pub pace: Option<usize>,
    pub cadence: Option<usize>,
    pub stride: Option<usize>,
    pub climb: Option<usize>,
    pub warmth: Option<usize>,
}

impl Columns {
    /// The columns of a table of activities; `None` where it is none.
    pub fn of(header: &Header) -> Option<Self> {
        let names = header.names();
        let is_named = header.find(&TYPE) == Some(0) && names.len() > 3;
        let is_shaped = names.len() > FIRST && UNTRANSLATED.iter().any(|it| names.iter().any(|name| name == it));
        if !is_named && !is_shaped {
            return None;
        }
        // In an English table the columns may have been chosen; others are told by their order.
        let english = |names: &[&str], place: usize| match header.find(&["Activity Type"]) {
            Some(_) => header.find(names),
            None => Some(place),
        };
        Some(Self {
            kind: english(&["Activity Type"], 0),
            date: english(&["Date"], 1),
            title: english(&["Title"], 3),
            distance: english(&["Distance"], 4),
            time: english(&["Time", "Activity Time"], 6),
            avg_hr: english(&["Avg HR"], 7),
            max_hr: english(&["Max HR"], 8),
            moving: header.find(&MOVING),
            elapsed: header.find(&ELAPSED),
            pace: header.find(&PACE),
            cadence: header.find(&CADENCE),
            stride: header.find(&STRIDE),
            climb: header.find(&CLIMB),
            warmth: header.find(&WARMTH),
        })
    }
}

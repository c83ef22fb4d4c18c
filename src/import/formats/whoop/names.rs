//! What the columns of WHOOP are called in the languages of its accounts, as real exports have them: German,
//! Spanish, French, Italian and Portuguese. Names are compared by their letters and digits, without marks.

use crate::import::reading::item::is_plainly;

/// A column by its English name, and its names elsewhere.
const NAMES: [(&str, &[&str]); 35] = [
    (
        "Cycle start time",
        &[
            "Startzeit des Zyklus",
            "Hora de inicio del ciclo",
            "Heure de début du cycle",
            "Ora di inizio ciclo",
            "Hora de início do ciclo",
        ],
    ),
    (
        "Cycle end time",
        &[
            "Endzeit des Zyklus",
            "Hora de finalización del ciclo",
            "Heure de fin du cycle",
            "Ora di fine ciclo",
            "Hora de fim do ciclo",
        ],
    ),
    (
        "Cycle timezone",
        &[
            "Zeitzone des Zyklus",
            "Zona horaria del ciclo",
            "Fuseau horaire du cycle",
            "Fuso orario ciclo",
            "Fuso horário do ciclo",
        ],
    ),
    (
        "Recovery score %",
        &[
            "Erholungswert %",
            "Puntuación de recuperación (%)",
            "Score de récupération %",
            "Punteggio di recupero %",
            "Pontuação de recuperação %",
        ],
    ),
    (
        "Resting heart rate (bpm)",
        &[
            "Ruheherzfrequenz (Schläge pro Minute)",
            "Frecuencia cardíaca en reposo (lpm)",
            "Fréquence cardiaque au repos (bpm)",
            "Frequenza cardiaca a riposo (bpm)",
            "Frequência cardíaca em repouso (bpm)",
        ],
    ),
    (
        "Heart rate variability (ms)",
        &[
            "Herzfrequenzvariabilität (ms)",
            "Variabilidad de la frecuencia cardíaca (ms)",
            "Variabilité de la fréquence cardiaque (ms)",
            "Variabilità della frequenza cardiaca (ms)",
            "Variabilidade da frequência cardíaca (ms)",
        ],
    ),
    (
        "Skin temp (celsius)",
        &[
            "Hauttemperatur (Celsius)",
            "Temp. cutánea (grados centígrados)",
            "Température cutanée (Celsius)",
            "Temp. cutanea (C)",
            "Temp. da pele (celsius)",
        ],
    ),
    (
        "Blood oxygen %",
        &[
            "Blutsauerstoff %",
            "Oxígeno en sangre %",
            "Niveau d'oxygène %",
            "Ossigeno nel sangue %",
            "% de oxigênio no sangue",
        ],
    ),
    (
        "Day Strain",
        &[
            "Tagesbelastung",
            "Esfuerzo del día",
            "Effort du jour",
            "Sforzo giornaliero",
            "Esforço diário",
        ],
    ),
    (
        "Energy burned (cal)",
        &[
            "Verbrannte Energie (cal)",
            "Energía quemada (cal)",
            "Dépense énergétique (cal.)",
            "Energia bruciata (cal)",
            "Energia queimada (cal)",
        ],
    ),
    (
        "Max HR (bpm)",
        &["Max HF (Schläge pro Minute)", "FC máx. (lpm)", "FC max. (bpm)"],
    ),
    (
        "Average HR (bpm)",
        &[
            "Durchschnittliche HF (Schläge pro Minute)",
            "FC promedio (lpm)",
            "FC moyenne (bpm)",
            "FC media (bpm)",
        ],
    ),
    (
        "Sleep onset",
        &[
            "Beginn des Schlafs",
            "Inicio del sueño",
            "Premiers signes de sommeil",
            "Inizio del sonno",
            "Início do sono",
        ],
    ),
    (
        "Wake onset",
        &[
            "Beginn des Aufwachens",
            "Inicio de la vigilia",
            "Premiers signes de réveil",
            "Inizio del risveglio",
            "Início da vigília",
        ],
    ),
    (
        "Sleep performance %",
        &[
            "Schlafleistung %",
            "Calificación del sueño (%)",
            "Performance Sommeil %",
            "Andamento del sonno %",
            "Desempenho do sono %",
        ],
    ),
    (
        "Respiratory rate (rpm)",
        &[
            "Atemfrequenz (Atemzüge/Min.)",
            "Frecuencia respiratoria (rpm)",
            "Fréquence respiratoire (tr/min)",
            "Frequenza respiratoria (rpm)",
            "Frequência respiratória (rpm)",
        ],
    ),
    (
        "Asleep duration (min)",
        &[
            "Schlafdauer (Min.)",
            "Duración del sueño (min)",
            "Durée du sommeil (min)",
            "Durata del sonno (min)",
            "Duração do sono (min)",
        ],
    ),
    (
        "In bed duration (min)",
        &[
            "Dauer im Bett (Min.)",
            "Tiempo en la cama (min)",
            "Temps passé au lit (min)",
            "Tempo a letto (min)",
            "Duração na cama (min)",
        ],
    ),
    (
        "Light sleep duration (min)",
        &[
            "Dauer des Leichtschlafs (Min.)",
            "Duración de sueño ligero (min)",
            "Durée du sommeil léger (min)",
            "Durata del sonno leggero (min)",
            "Duração do sono leve (min)",
        ],
    ),
    (
        "Deep (SWS) duration (min)",
        &[
            "Dauer des Tiefschlafs (Min.)",
            "Duración de sueño profundo (SWS) (min)",
            "Durée du sommeil profond (min)",
            "Durata profondo (SWS) (min)",
            "Duração profundo (Sono) (min)",
        ],
    ),
    (
        "REM duration (min)",
        &[
            "Dauer des REM-Schlafs (Min.)",
            "Duración de sueño REM (min)",
            "Durée du sommeil paradoxal (min)",
            "Durata REM (min)",
            "Duração REM (min)",
        ],
    ),
    (
        "Awake duration (min)",
        &[
            "Dauer des Aufwachens (Min.)",
            "Tempo despierto/a (min)",
            "Tiempo despierto/a (min)",
            "Temps d'éveil (min)",
            "Durata del risveglio (min)",
            "Duração de vigília (min)",
        ],
    ),
    (
        "Sleep need (min)",
        &[
            "Schlafbedarf (Min.)",
            "Sueño necesario (min)",
            "Besoins en sommeil (min)",
            "Sonno richiesto (min)",
            "Necessidade de sono (min)",
        ],
    ),
    (
        "Sleep debt (min)",
        &[
            "Schlafdefizit (Min.)",
            "Deuda de sueño (min)",
            "Dette de sommeil (min)",
            "Sonno arretrato (min)",
            "Débito de sono (min)",
        ],
    ),
    (
        "Sleep efficiency %",
        &[
            "Schlafeffizienz %",
            "Eficiencia del sueño %",
            "Efficacité du sommeil %",
            "Efficienza del sonno %",
            "Eficácia do sono %",
        ],
    ),
    ("Nap", &["Nickerchen", "Siesta", "Sieste", "Riposo breve", "Sesta"]),
    (
        "Workout start time",
        &[
            "Startzeit des Trainings",
            "Hora de inicio del entrenamiento",
            "Heure de début de l'entraînement",
            "Ora di inizio allenamento",
            "Hora de início do treino",
        ],
    ),
    (
        "Workout end time",
        &[
            "Endzeit des Trainings",
            "Hora de finalización del entrenamiento",
            "Heure de fin de l'entraînement",
            "Ora di fine allenamento",
            "Hora de fim do treino",
        ],
    ),
    (
        "Duration (min)",
        &[
            "Dauer (Min.)",
            "Duración (min)",
            "Durée (min)",
            "Durata (min)",
            "Duração (min)",
        ],
    ),
    (
        "Activity name",
        &[
            "Name der Aktivität",
            "Nombre de la actividad",
            "Nom de l'activité",
            "Nome attività",
            "Nome da atividade",
        ],
    ),
    (
        "Activity Strain",
        &[
            "Aktivitätsbelastung",
            "Esfuerzo de actividad",
            "Esfuerzo de la actividad",
            "Effort activité",
            "Sforzo richiesto dall'attività",
            "Esforço da atividade",
        ],
    ),
    ("Distance (meters)", &["Distanz (Meter)", "Distance (mètres)"]),
    (
        "Question text",
        &[
            "Fragetext",
            "Texto de la pregunta",
            "Testo domanda",
            "Texto de pergunta",
        ],
    ),
    (
        "Answered yes",
        &[
            "Answered yes/no",
            "Beantwortet mit Ja",
            "Respondió \"Sí\"",
            "Risposta affermativa",
            "Respondeu sim",
        ],
    ),
    ("Notes", &["Anmerkungen", "Notas", "Note"]),
];

/// Whether a column of this name is the one called `english` in English.
pub(super) fn is(name: &str, english: &str) -> bool {
    let elsewhere = NAMES.iter().find(|it| it.0 == english).map_or(&[][..], |it| it.1);
    is_plainly(name, english) || elsewhere.iter().any(|it| is_plainly(name, it))
}

/// What yes and no are in those languages; `None` where it is neither.
pub(super) fn flag(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "1" | "ja" | "sí" | "si" | "sì" | "oui" | "sim" => Some(true),
        "false" | "no" | "0" | "nein" | "non" | "não" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_means_two_columns() {
        for (english, names) in NAMES {
            for name in names.iter().chain([&english]) {
                let meant: Vec<_> = NAMES.iter().filter(|it| is(name, it.0)).map(|it| it.0).collect();
                assert_eq!(meant, [english], "{name}");
            }
        }
        assert!(is("Niveau d’oxygène\u{a0}%", "Blood oxygen %"));
    }
}

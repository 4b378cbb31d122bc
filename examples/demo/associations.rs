//! The made-up associations.
//!
//! The towns exist; the associations, their numbers and their people do not. RNA and SIREN numbers have the right form,
//! in ranges that are not given out.

/// An association that was made up.
pub struct Made {
    /// Its short name.
    pub slug: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its town.
    pub city: &'static str,
    /// The town's INSEE code.
    pub insee: &'static str,
    /// An RNA number; Alsace and Moselle have none.
    pub rna: Option<&'static str>,
    /// A SIREN without its check digit.
    pub siren: Option<&'static str>,
    /// Whether it has a website, under `example.org`.
    pub website: bool,
    /// Who signs for it, and in which office.
    pub representative: Option<(&'static str, Option<&'static str>)>,
    /// What it signed.
    pub acts: &'static [Act],
}

/// One signature file.
pub struct Act {
    /// Which text.
    pub text: &'static str,
    /// Which version of it.
    pub version: &'static str,
    /// The day of signing.
    pub date: &'static str,
    /// For a withdrawal, its reason.
    pub reason: Option<&'static str>,
    /// A steward's word.
    pub attestation: Option<Word>,
}

/// A steward's word for a signature.
pub struct Word {
    /// Which steward.
    pub steward: usize,
    /// The day of attesting.
    pub date: &'static str,
    /// How the steward made sure.
    pub method: &'static str,
    /// The version and day of an earlier signature, when the word was for that one.
    pub earlier: Option<(&'static str, &'static str)>,
}

const fn sign(text: &'static str, version: &'static str, date: &'static str) -> Act {
    Act {
        text,
        version,
        date,
        reason: None,
        attestation: None,
    }
}

const fn withdraw(
    text: &'static str,
    version: &'static str,
    date: &'static str,
    reason: &'static str,
) -> Act {
    Act {
        reason: Some(reason),
        ..sign(text, version, date)
    }
}

impl Act {
    const fn attested(self, steward: usize, date: &'static str, method: &'static str) -> Self {
        let word = Word {
            steward,
            date,
            method,
            earlier: None,
        };
        Self {
            attestation: Some(word),
            ..self
        }
    }

    const fn attested_before(
        self,
        steward: usize,
        date: &'static str,
        method: &'static str,
        version: &'static str,
        signed: &'static str,
    ) -> Self {
        let word = Word {
            steward,
            date,
            method,
            earlier: Some((version, signed)),
        };
        Self {
            attestation: Some(word),
            ..self
        }
    }
}

/// All of them.
pub const ASSOCIATIONS: &[Made] = &[
    Made {
        slug: "regie-des-deux-rives",
        name: "Régie de quartier des Deux Rives",
        city: "Brest",
        insee: "29019",
        rna: Some("W291990101"),
        siren: Some("00041001"),
        website: true,
        representative: Some(("Camille Exemple", Some("présidente"))),
        acts: &[
            sign("charter", "1.1", "2026-06-25").attested(
                0,
                "2026-07-01",
                "Récépissé de déclaration, et appel au siège",
            ),
            sign("territories/brest", "1.0", "2026-07-06").attested(
                0,
                "2026-07-10",
                "Récépissé de déclaration, et appel au siège",
            ),
        ],
    },
    Made {
        slug: "l-atelier-du-guidon",
        name: "L’Atelier du Guidon",
        city: "Brest",
        insee: "29019",
        rna: Some("W291990102"),
        siren: None,
        website: true,
        representative: Some(("Sacha Exemple", Some("coprésident"))),
        acts: &[sign("territories/brest", "1.0", "2026-07-09")],
    },
    Made {
        slug: "les-voisins-de-la-penfeld",
        name: "Les Voisins de la Penfeld",
        city: "Brest",
        insee: "29019",
        rna: Some("W291990103"),
        siren: None,
        website: false,
        representative: Some(("Dominique Exemple", None)),
        acts: &[sign("territories/brest", "1.0", "2026-09-14").attested(
            1,
            "2026-09-22",
            "Rencontre avec le bureau, au local de l’association",
        )],
    },
    Made {
        slug: "club-des-grandes-marees",
        name: "Club des Grandes Marées",
        city: "Brest",
        insee: "29019",
        rna: Some("W291990104"),
        siren: None,
        website: false,
        representative: None,
        acts: &[withdraw(
            "territories/brest",
            "1.0",
            "2026-10-19",
            "Notre association cesse ses activités à la fin de l’année.",
        )],
    },
    Made {
        slug: "les-jeunes-pousses",
        name: "Les Jeunes Pousses",
        city: "Brest",
        insee: "29019",
        rna: Some("W291990105"),
        siren: None,
        website: true,
        representative: Some(("Maé Exemple", Some("trésorière"))),
        acts: &[
            sign("charter", "1.0", "2026-02-03"),
            sign("territories/brest", "1.0", "2026-08-28"),
        ],
    },
    Made {
        slug: "pontanezen-en-partage",
        name: "Pontanézen en partage",
        city: "Brest",
        insee: "29019",
        rna: Some("W291990106"),
        siren: Some("00041006"),
        website: true,
        representative: Some(("Alix Exemple", Some("présidente"))),
        acts: &[
            sign("territories/brest-pontanezen", "1.0", "2026-07-20").attested(
                0,
                "2026-08-03",
                "Appel au siège, puis échange de courriers",
            ),
        ],
    },
    Made {
        slug: "le-fil-et-l-aiguille",
        name: "Le Fil et l’Aiguille",
        city: "Brest",
        insee: "29019",
        rna: Some("W291990107"),
        siren: None,
        website: false,
        representative: Some(("Noor Exemple", Some("secrétaire"))),
        acts: &[sign("territories/brest-pontanezen", "1.0", "2026-07-23")],
    },
    Made {
        slug: "la-maison-de-la-marelle",
        name: "La Maison de la Marelle",
        city: "Brest",
        insee: "29019",
        rna: Some("W291990108"),
        siren: Some("00041008"),
        website: true,
        representative: None,
        acts: &[
            sign("charter", "1.1", "2026-07-02"),
            sign("territories/brest-pontanezen", "1.0", "2026-09-03").attested(
                1,
                "2026-09-22",
                "Rencontre avec l’équipe, sur place",
            ),
        ],
    },
    Made {
        slug: "le-banc-des-voisins",
        name: "Le Banc des voisins",
        city: "Tours",
        insee: "37261",
        rna: Some("W372990201"),
        siren: None,
        website: false,
        representative: Some(("Charlie Exemple", Some("coprésidente"))),
        acts: &[sign("territories/tours-sanitas", "1.1", "2026-07-15").attested(
            1,
            "2026-07-27",
            "Appel à la présidence, au numéro que donne l’annuaire de la ville",
        )],
    },
    Made {
        slug: "cuisines-du-monde",
        name: "Cuisines du monde",
        city: "Tours",
        insee: "37261",
        rna: Some("W372990202"),
        siren: None,
        website: true,
        representative: Some(("Inès Exemple", Some("présidente"))),
        acts: &[sign("territories/tours-sanitas", "1.0", "2026-03-25")],
    },
    Made {
        slug: "basket-loisir-du-rail",
        name: "Basket Loisir du Rail",
        city: "Tours",
        insee: "37261",
        rna: Some("W372990203"),
        siren: Some("00041203"),
        website: false,
        representative: Some(("Lou Exemple", Some("président"))),
        acts: &[sign("territories/tours-sanitas", "1.1", "2026-09-10")],
    },
    Made {
        slug: "la-passerelle-des-familles",
        name: "La Passerelle des familles",
        city: "Tours",
        insee: "37261",
        rna: Some("W372990204"),
        siren: Some("00041204"),
        website: true,
        representative: Some(("Ariel Exemple", Some("directrice"))),
        acts: &[
            sign("charter", "1.0", "2026-01-29").attested(
                0,
                "2026-02-05",
                "Procès-verbal du conseil d’administration, et appel au siège",
            ),
            sign("territories/tours-sanitas", "1.0", "2026-03-19"),
        ],
    },
    Made {
        slug: "les-clefs-du-palier",
        name: "Les Clefs du palier",
        city: "Tours",
        insee: "37261",
        rna: Some("W372990205"),
        siren: None,
        website: false,
        representative: Some(("Gaël Exemple", None)),
        acts: &[
            sign("charter", "1.1", "2026-06-30"),
            sign("territories/tours-sanitas", "1.1", "2026-07-21").attested_before(
                1,
                "2026-04-14",
                "Rencontre avec le bureau, au local de l’association",
                "1.0",
                "2026-04-02",
            ),
        ],
    },
    Made {
        slug: "radio-palette",
        name: "Radio Palette",
        city: "Tours",
        insee: "37261",
        rna: Some("W372990206"),
        siren: None,
        website: true,
        representative: None,
        acts: &[sign("territories/tours-sanitas", "1.1", "2026-11-05")],
    },
    Made {
        slug: "les-filets-bleus",
        name: "Les Filets bleus",
        city: "Saint-Pierre",
        insee: "97416",
        rna: Some("W9R2990301"),
        siren: None,
        website: false,
        representative: Some(("Emmanuel Exemple", Some("président"))),
        acts: &[
            sign("territories/saint-pierre-terre-sainte", "1.0", "2026-08-12").attested(
                0,
                "2026-08-25",
                "Visioconférence avec le bureau, statuts à l’appui",
            ),
        ],
    },
    Made {
        slug: "kaz-lantraid",
        name: "Kaz Lantraid",
        city: "Saint-Pierre",
        insee: "97416",
        rna: Some("W9R2990302"),
        siren: Some("00041302"),
        website: true,
        representative: Some(("Marie-Paule Exemple", Some("présidente"))),
        acts: &[
            sign("territories/saint-pierre-terre-sainte", "1.0", "2026-08-17"),
            sign("charter", "1.1", "2026-08-17"),
        ],
    },
    Made {
        slug: "ti-pa-ti-pa",
        name: "Ti pa Ti pa",
        city: "Saint-Pierre",
        insee: "97416",
        rna: Some("W9R2990303"),
        siren: None,
        website: false,
        representative: None,
        acts: &[sign("territories/saint-pierre-terre-sainte", "1.0", "2026-10-02")],
    },
    Made {
        slug: "regie-les-peupliers",
        name: "Régie de quartier «\u{202f}Les Peupliers\u{202f}»",
        city: "Angers",
        insee: "49007",
        rna: Some("W491990401"),
        siren: Some("00041401"),
        website: true,
        representative: Some(("Andrea Exemple", Some("présidente"))),
        acts: &[sign("charter", "1.1", "2026-06-24").attested(
            0,
            "2026-07-01",
            "Récépissé de déclaration, et appel au siège",
        )],
    },
    Made {
        slug: "la-bobine",
        name: "La Bobine",
        city: "Roubaix",
        insee: "59512",
        rna: Some("W595990402"),
        siren: None,
        website: true,
        representative: Some(("Jamila Exemple", Some("coprésidente"))),
        acts: &[sign("charter", "1.1", "2026-06-19")],
    },
    Made {
        slug: "les-terrasses-du-nord",
        name: "Les Terrasses du Nord",
        city: "Marseille",
        insee: "13055",
        rna: Some("W133990403"),
        siren: Some("00041403"),
        website: false,
        representative: Some(("Yaël Exemple", Some("président"))),
        acts: &[sign("charter", "1.0", "2026-02-16")],
    },
    Made {
        slug: "espace-cigogne",
        name: "Espace Cigogne",
        city: "Strasbourg",
        insee: "67482",
        rna: None,
        siren: Some("00041404"),
        website: true,
        representative: Some(("Claude Exemple", Some("directeur"))),
        acts: &[sign("charter", "1.1", "2026-09-01").attested(
            1,
            "2026-09-08",
            "Extrait du registre des associations, et appel au siège",
        )],
    },
    Made {
        slug: "le-metier-a-tisser",
        name: "Le Métier à tisser",
        city: "Mulhouse",
        insee: "68224",
        rna: None,
        siren: None,
        website: false,
        representative: Some(("Frédérique Exemple", Some("présidente"))),
        acts: &[sign("charter", "1.0", "2026-03-02")],
    },
    Made {
        slug: "les-balcons-d-en-face",
        name: "Les Balcons d’en face",
        city: "Grenoble",
        insee: "38185",
        rna: Some("W381990406"),
        siren: None,
        website: true,
        representative: None,
        acts: &[sign("charter", "1.1", "2026-10-06")],
    },
    Made {
        slug: "chene-et-compagnie",
        name: "Chêne et Compagnie",
        city: "Clichy-sous-Bois",
        insee: "93014",
        rna: Some("W932990407"),
        siren: Some("00041407"),
        website: true,
        representative: Some(("Souleymane Exemple", Some("président"))),
        acts: &[sign("charter", "1.1", "2026-07-03").attested(
            0,
            "2026-07-16",
            "Procès-verbal de l’assemblée, et rencontre avec la présidence",
        )],
    },
    Made {
        slug: "lakou-solidarite",
        name: "Lakou Solidarité",
        city: "Fort-de-France",
        insee: "97209",
        rna: Some("W9M1990408"),
        siren: None,
        website: false,
        representative: Some(("Jocelyne Exemple", Some("présidente"))),
        acts: &[sign("charter", "1.1", "2026-09-17")],
    },
    Made {
        slug: "umoja-jeunesse",
        name: "Umoja Jeunesse",
        city: "Mamoudzou",
        insee: "97611",
        rna: Some("W9T4990409"),
        siren: None,
        website: false,
        representative: Some(("Anli Exemple", Some("secrétaire"))),
        acts: &[sign("charter", "1.1", "2026-11-12")],
    },
    Made {
        slug: "a-piazzetta",
        name: "A Piazzetta",
        city: "Ajaccio",
        insee: "2A004",
        rna: Some("W2A1990410"),
        siren: None,
        website: true,
        representative: Some(("Ange Exemple", Some("président"))),
        acts: &[sign("charter", "1.1", "2026-10-22")],
    },
    Made {
        slug: "les-oiseaux-de-passage",
        name: "Les Oiseaux de passage",
        city: "Vaulx-en-Velin",
        insee: "69256",
        rna: Some("W691990411"),
        siren: None,
        website: false,
        representative: Some(("Morgan Exemple", Some("coprésident"))),
        acts: &[withdraw(
            "charter",
            "1.0",
            "2026-05-11",
            "Nous rejoignons une autre démarche, avec nos amitiés à toutes et tous.",
        )],
    },
    Made {
        slug: "casa-del-barri",
        name: "Casa del Barri",
        city: "Perpignan",
        insee: "66136",
        rna: Some("W662990412"),
        siren: None,
        website: false,
        representative: Some(("Quim Exemple", Some("président"))),
        acts: &[sign("charter", "1.1", "2026-11-02")],
    },
    Made {
        slug: "le-pont",
        name: "Le Pont – الجسر",
        city: "Nantes",
        insee: "44109",
        rna: Some("W442990413"),
        siren: Some("00041413"),
        website: true,
        representative: Some(("Samia Exemple", Some("présidente"))),
        acts: &[sign("charter", "1.1", "2026-07-07")],
    },
    Made {
        slug: "le-jardin-des-trois-tours",
        name: "Le Jardin des «\u{202f}Trois Tours\u{202f}»",
        city: "Limoges",
        insee: "87085",
        rna: Some("W872990414"),
        siren: None,
        website: false,
        representative: Some(("Stéphane Exemple", Some("trésorier"))),
        acts: &[sign("charter", "1.0", "2026-04-20")],
    },
];

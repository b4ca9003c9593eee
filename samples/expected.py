#!/usr/bin/env python3
"""Writes samples/<name>.expected.json from what a reader noted about each résumé: python samples/expected.py [--check]

A note lists the dated jobs and projects in the order of the page, each with the words its section starts with, and then the skills:
    name | other names | jobs that name it, or a status | ?
`?` at the end marks a generic or doubtful skill (core: false). Months are computed from the jobs. --check needs pdftotext: it looks
in each section of the PDF for the names and reports where notes and page differ.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
AS_OF = "2026-11"

# sections: key, first words, and the months if it is a dated job or project; keys with _ have none (education, lists, only years).
# A key without months that starts with "_used" is a thesis, a publication or a job with years only: demonstrated, but no months.
NOTES = {
    "nora_fenwick_data_engineer": {
        "role": "Data Engineer",
        "sections": [
            ("_summary", "Profile"),
            ("tarrow", "Data Engineer, Tarrow", "2023-03", "present"),
            ("quill", "Data Engineer (Junior", "2020-08", "2023-02"),
            ("brack", "Data Analyst, Brack", "2018-09", "2020-07"),
            ("river", "River levels", "2024-01", "2024-06"),
            ("_used_tidy", "dagtidy"),
            ("_used_thesis", "Upper second"),
            ("_course", "Modules:"),
            ("_list", "Certifications"),
        ],
        "soft": ["mentoring", "stakeholder coordination", "ownership"],
        "certifications": ["AWS Certified Data Engineer - Associate", "SnowPro Core Certification"],
        "traps": ["Cassandra Wills", "go-live weekend"],
        "skills": """
Python | | tarrow quill brack river _used_tidy
SQL | | tarrow quill brack
Spreadsheets | | quill | ?
Amazon Web Services | AWS | tarrow
Apache Airflow | Airflow | tarrow quill _used_tidy
Apache Spark | Spark, PySpark | tarrow
PySpark | | tarrow | ?
Spark Structured Streaming | Structured Streaming | tarrow | ?
Amazon EMR | EMR | tarrow
Apache Kafka | Kafka | tarrow
Delta Lake | | tarrow
Amazon S3 | S3 | tarrow
dbt | dbt Core | tarrow
Terraform | | tarrow
AWS Glue | Glue | tarrow
AWS IAM | IAM | tarrow
Amazon Redshift | Redshift | tarrow
Great Expectations | | tarrow
Data Contracts | | tarrow | ?
Stream Processing | streaming pipelines, streaming, Data Streaming | tarrow | ?
Data Quality | | listed | ?
Data Pipelines | pipeline, pipelines, batch pipelines | tarrow | ?
Data Warehousing | warehouse, Data Warehouse | tarrow | ?
Dashboards | dashboard | tarrow | ?
PostgreSQL | Postgres | quill
Snowflake | | quill
pandas | | quill
SQLAlchemy | | quill
pytest | | quill
Dimensional Modeling | star schema, Kimball | quill | ?
Data Modeling | Modelled | quill | ?
Data Ingestion | ingestion | quill | ?
Unit Testing | unit tests | quill | ?
cron | crontab | quill | ?
Docker | | quill
Docker Compose | | quill | ?
Kubernetes | | quill
GitLab CI | GitLab CI/CD, GitLab | quill
CI/CD | Continuous Integration, CI | quill | ?
MySQL | | brack
Tableau | | brack
Flask | | brack
Reporting | | brack | ?
REST APIs | REST API, REST | river | ?
Apache Parquet | Parquet | river
DuckDB | | river
Streamlit | | river
Linting | linter | _used_tidy | ?
R | | _used_thesis
ARIMA | ARIMA models, Time Series Analysis | _used_thesis | ?
MATLAB | | coursework
Relational Databases | | coursework | ?
Numerical Methods | | coursework | ?
Probability | Probability Theory | coursework | ?
Graph Theory | | coursework | ?
Bash | | listed
Scala | | listed
AWS Lambda | Lambda | listed
Git | | listed
Grafana | | listed
Apache Flink | Flink | aspirational""",
    },
    "idris_calloway_data_scientist": {
        "role": "Data Scientist",
        "sections": [
            ("_list", "Idris"),
            ("halvorsen", "Halvorsen", "2022-06", "present"),
            ("lumen", "Lumen Ridge", "2020-01", "2022-05"),
            ("free", "Out of The Hive", "2019-02", "2019-11"),
            ("_used_ra", "Wexcombe"),
            ("late", "Late Again", "2021-04", "2021-09"),
            ("_course", "MS Statistics"),
        ],
        "soft": ["clear writing", "explaining to non-specialists", "leading reviews", "training others"],
        "certifications": ["Google Cloud Professional Data Engineer"],
        "traps": ["The Hive", "go/no-go review", "rusty"],
        "skills": """
Python | | halvorsen lumen free
SQL | | halvorsen lumen
LightGBM | | halvorsen
A/B Testing | A/B tests, Experimentation | halvorsen
CUPED | Variance Reduction | halvorsen | ?
Demand Forecasting | demand forecast | halvorsen | ?
Forecast Accuracy | WAPE, Forecast Accuracy Metrics | halvorsen | ?
MAPE | Regression Metrics | halvorsen | ?
Time Series Forecasting | forecast, forecasts, Forecasting | halvorsen lumen
Time Series Analysis | time series | coursework | ?
Recommender Systems | recommender | halvorsen | ?
Matrix Factorization | | halvorsen | ?
FastAPI | | halvorsen
Docker | | halvorsen
MLflow | | halvorsen
dbt | | halvorsen
Google BigQuery | BigQuery | halvorsen
Google Cloud Platform | GCP, Google Cloud | halvorsen
Model Deployment | Serve models | halvorsen | ?
Experiment Tracking | track runs | halvorsen | ?
XGBoost | | lumen
Survival Analysis | | lumen
Prophet | | lumen
SARIMA | ARIMA | lumen
statsmodels | | lumen
Apache Spark | Spark, PySpark | lumen
PySpark | | lumen | ?
Databricks | | lumen
SHAP | SHAP values, Explainable AI, Model Interpretability | lumen
Tableau | | lumen
Dashboards | | lumen | ?
Data Cleaning | Cleaned | lumen _used_ra | ?
k-means | k-means clustering, Clustering | free
Segmentation | Segmented, Customer Segmentation | free | ?
scikit-learn | sklearn | free
pandas | | free
Logistic Regression | | free
Churn Modeling | churn model, Churn Prediction | free | ?
Google Analytics | | free
R | | _used_ra
tidyverse | | _used_ra
SPSS | IBM SPSS | _used_ra
PostgreSQL | Postgres | late
PostGIS | | late
Plotly | | late
Data Visualization | Visualization | listed | ?
Machine Learning | | listed | ?
NumPy | | listed
TensorFlow | Tensorfow | listed
Keras | | listed
Kubernetes | Kubernets | listed
Git | | listed
Matplotlib | | listed
Bayesian Statistics | Bayesian Inference | coursework | ?
Stan | | coursework
SAS | | coursework
Clinical Trials | | coursework | ?
Statistics | | coursework | ?
English | | listed | ?
Spanish | | listed | ?""",
    },
    "mei_okonkwo_ml_engineer": {
        "role": "Machine Learning Engineer",
        "sections": [
            ("_summary", "Summary"),
            ("cinder", "Staff Machine Learning Engineer, Cinder", "2023-04", "present"),
            ("plover", "Technical Advisor", "2024-10", "2026-03"),
            ("marrow", "Senior Machine Learning", "2020-01", "2023-06"),
            ("tessel", "Machine Learning Engineer (contract)", "2021-09", "2022-02"),
            ("oak", "Machine Learning Engineer, Oak", "2016-07", "2019-12"),
            ("lake", "Instructor", "2018-01", "2018-04"),
            ("dun", "Software Engineer, Dun", "2013-08", "2016-06"),
            ("packrat", "packrat,", "2019-05", "2021-08"),
            ("tiny", "tinyserve,", "2022-11", "2024-02"),
            ("_used_bird", "Who sings"),
            ("_talks", "Talks"),
            ("_used_thesis", "MSc Computer"),
            ("_course", "BEng"),
            ("_list", "Daily:"),
        ],
        "soft": ["team leadership", "hiring", "mentoring", "technical writing", "incident communication", "teaching"],
        "certifications": [],
        "traps": ["R&D planning", "go-to-market", "spring 2021", "R. Hale", "excel in"],
        "skills": """
Python | | cinder marrow oak lake dun packrat tiny
PyTorch | | cinder plover marrow
Hugging Face Transformers | Transformers, Hugging Face | cinder
Kubernetes | | cinder marrow
Triton Inference Server | NVIDIA Triton, Triton | cinder
Large Language Models | LLM, LLMs | cinder
Language Modeling | language models | listed | ?
Fine-tuning | Fine-tuned | cinder | ?
LoRA | Low-Rank Adaptation | cinder
DeepSpeed | | cinder
Retrieval-Augmented Generation | RAG | cinder
PostgreSQL | Postgres | cinder
pgvector | | cinder
GitHub Actions | | cinder
Prometheus | | cinder
Grafana | | cinder
Model Monitoring | monitoring, drift, Drift Detection | cinder | ?
Data Quality | data-quality | cinder | ?
Model Registry | | cinder | ?
Model Evaluation | evaluation harness, evaluation | cinder | ?
Natural Language Processing | NLP, clinical-text | cinder | ?
MLflow | | cinder
Amazon Web Services | AWS | cinder oak
Amazon EKS | EKS | cinder
Amazon S3 | S3 | cinder oak
Terraform | | cinder
Object Detection | | plover
Computer Vision | perception | plover | ?
YOLO | | plover
TensorRT | NVIDIA TensorRT | plover
NVIDIA Jetson | Jetson | plover | ?
CUDA | | plover
Robot Operating System | ROS 2, ROS | plover
Robotics | | plover | ?
Learning to Rank | ranking | marrow
Two-Tower Models | bi-encoder, two-tower recommender | marrow tessel | ?
NDCG | | marrow | ?
LightGBM | | marrow
Elasticsearch | | marrow
FAISS | | marrow
Hybrid Retrieval | Hybrid Search, Information Retrieval | marrow | ?
Feature Store | | marrow | ?
Feast | | marrow
Redis | | marrow
Apache Kafka | Kafka | marrow
Apache Spark | Spark, PySpark | marrow oak
PySpark | | marrow | ?
Kubeflow | | marrow
Apache Airflow | Airflow | marrow
Google BigQuery | BigQuery | marrow
Google Kubernetes Engine | GKE | marrow
Google Cloud Platform | Google Cloud, GCP | marrow tessel
Incident Response | Incident Management | marrow | ?
A/B Testing | A/B tests, Experimentation | marrow
TensorFlow | | tessel
Recommender Systems | recommender | tessel
Vertex AI | Google Vertex AI | tessel
Fraud Detection | | oak | ?
XGBoost | | oak
scikit-learn | sklearn | oak lake dun
Java | | oak dun
gRPC | | oak
Apache Hive | Hive | oak
Apache Hadoop | Hadoop | oak
Amazon EMR | EMR | oak
Docker | | oak
Jenkins | | oak
Jupyter | Jupyter Notebook | lake
C++ | | dun packrat _used_thesis
MQTT | | dun
MySQL | | dun
Linux | | dun
Anomaly Detection | | dun
Backend Development | Back-end | dun | ?
Approximate Nearest Neighbour Search | Approximate Nearest Neighbor Search, nearest-neighbour index, HNSW, Vector Search | packrat | ?
Model Serving | model server | tiny | ?
pybind11 | | packrat
GitHub | | packrat | ?
ONNX Runtime | ONNX | tiny
FastAPI | | tiny
Quantization | INT8 quantization, Model Quantization | tiny
Raspberry Pi | | _used_bird
librosa | | _used_bird
Convolutional Neural Networks | convolutional network, CNN | _used_bird | ?
MATLAB | | _used_thesis
Kernel Methods | | _used_thesis | ?
Handwriting Recognition | | _used_thesis | ?
VHDL | | coursework
Digital Design | | coursework | ?
Signal Processing | | coursework | ?
Control Theory | Control Systems | coursework | ?
Machine Learning | | cinder marrow tessel oak lake | ?
SQL | | listed
Git | | listed
Scala | | negated
Microsoft Azure | Azure | negated
Rust | | aspirational
Ray | | aspirational
English | | listed | ?
Mandarin | Chinese | listed | ?
French | | listed | ?""",
    },
    "anton_brezina_data_analyst": {
        "role": "Data Analyst",
        "sections": [
            ("_summary", "About me"),
            ("pine", "Junior Data Analyst, Pine", "2026-03", "present"),
            ("lipa", "Sous chef", "2018-06", "2025-08"),
            ("_used_kraska", "Commis chef"),
            ("tomato", "What does a tomato", "2025-10", "2025-12"),
            ("_course", "Courses and education"),
            ("_list", "Area"),
        ],
        "soft": ["calm under pressure", "attention to detail", "team leadership", "communication", "shift planning"],
        "certifications": ["Microsoft Certified: Power BI Data Analyst Associate (PL-300)", "HACCP food safety"],
        "traps": ["Sous chef", "Commis chef", "express lunch menu", "word of mouth"],
        "skills": """
Microsoft Power BI | Power BI | pine
DAX | Data Analysis Expressions | pine
SQL | | pine
PostgreSQL | Postgres | pine
Microsoft Excel | Excel | pine lipa
Excel Lookup Functions | lookups | lipa | ?
Power Query | | pine
Reporting | reports, report | pine | ?
Pivot Tables | | lipa | ?
Google Sheets | | tomato
Looker Studio | Google Looker Studio, Google Data Studio, Looker | tomato
Dashboards | dashboard | tomato | ?
Python | | coursework
pandas | | coursework
Matplotlib | | coursework
Tableau | | coursework
Descriptive Statistics | Statistics | coursework | ?
Hypothesis Testing | | coursework
A/B Testing | | coursework
Git | | coursework
Linear Regression | Regression Analysis, Regression | coursework
Sampling | | coursework | ?
R | | coursework
Data Analytics | Data Analysis | coursework | ?
Microsoft PowerPoint | PowerPoint | listed
Jira | | listed
HACCP | Food Safety | listed | ?
dbt | | aspirational
Snowflake | | aspirational
Czech | | listed | ?
English | | listed | ?
German | | listed | ?""",
    },
    "saoirse_adeyemi_research_scientist": {
        "role": "Research Scientist",
        "sections": [
            ("_summary", "Research Interests"),
            ("ard", "01/2024", "2024-01", "present"),
            ("kestrel", "09/2023", "2023-09", "2023-12"),
            ("fennock", "06/2022", "2022-06", "2022-09"),
            ("ra", "07/2018", "2018-07", "2019-08"),
            ("_used_phd", "09/2019"),
            ("_course", "09/2014"),
            ("_used_pub", "Publications (selected)"),
            ("motile", "since 02/2024", "2024-02", "present"),
            ("bench", "03/2020", "2020-03", "2021-11"),
            ("lect", "09/2024", "2024-09", "2025-12"),
            ("ta", "10/2019", "2019-10", "2021-05"),
            ("_awards", "Awards and Service"),
            ("_list", "Technical Skills"),
        ],
        "soft": [
            "team leadership",
            "collaboration with wet labs",
            "grant writing",
            "teaching",
            "supervision",
            "public speaking",
        ],
        "certifications": [],
        "traps": ["C. elegans", "C. Lindqvist", "R. Oduya", "shake-flask cultures"],
        "skills": """
Python | | ard motile ta
PyTorch | | ard
JAX | | ard fennock
NumPy | | ard
NumPyro | | ard
Slurm | | ard
GPU Computing | GPUs | ard | ?
Diffusion Models | Diffusion | ard _used_pub
Graph Neural Networks | GNN | ard _used_pub
Simulation-based Inference | SBI | ard _used_pub
Generative Models | Generative AI, Generative Modeling | ard | ?
Hierarchical Models | hierarchical | ard | ?
Object Tracking | tracking | ard motile | ?
Data Management | data management plan | ard | ?
Julia | | kestrel bench _used_phd _used_pub
Neural Ordinary Differential Equations | Neural ODEs, neural differential equations | kestrel
DifferentialEquations.jl | | kestrel | ?
Flux.jl | Flux | kestrel
Self-supervised Learning | Self-supervised, Self-supervision | fennock _used_pub
Vision Transformers | Vision Transformer, ViT | fennock
TPU | TPUs | fennock | ?
Microscopy | microscopy images, Image Analysis | fennock | ?
R | | ra lect _used_phd
lme4 | | ra
tidyverse | | ra
Mixed-effects Models | Mixed Models | ra
PostgreSQL | Postgres | ra
SQL | | ra
QGIS | | ra
Stan | | lect _used_phd
Bayesian Statistics | Bayesian Data Analysis, Bayesian Inference | lect | ?
Turing.jl | Turing | _used_phd
Normalizing Flows | | _used_pub | ?
Approximate Bayesian Computation | ABC | _used_pub | ?
Benchmarking | benchmark | _used_pub | ?
Uncertainty Quantification | uncertainty | listed | ?
Probabilistic Machine Learning | Probabilistic Modeling | listed | ?
Machine Learning | | listed | ?
Statistics | | ra | ?
Causal Inference | | listed | ?
Computational Biology | | ard | ?
Stochastic Processes | | coursework | ?
Optimization | optimisation, Mathematical Optimization | coursework | ?
Numerical Analysis | Numerical Methods | coursework | ?
Fortran | | coursework
Databases | | coursework | ?
C++ | | listed
Bash | | listed
scikit-learn | sklearn | listed
Git | | listed
Docker | | listed
Snakemake | | listed
LaTeX | | listed
English | | listed | ?
Irish | | listed | ?
Yoruba | | listed | ?
French | | listed | ?""",
    },
    "luca_petrosyan_mlops_engineer": {
        "role": "MLOps Engineer",
        "sections": [
            ("_summary", "Luca Petrosyan"),
            ("senior", "März 2023", "2023-03", "present"),
            ("mlops", "Okt. 2020", "2020-10", "2023-02"),
            ("devops", "Mai 2017", "2017-05", "2020-09"),
            ("admin", "Juli 2014", "2014-07", "2017-04"),
            ("_used_student", "2012 – 2014"),
            ("idle", "Mai 2021", "2021-05", "2021-12"),
            ("_course", "2010 – 2014"),
            ("_certs", "Licenses"),
            ("_list", "Skills\n"),
        ],
        "soft": ["leadership", "cross-team collaboration"],
        "certifications": [
            "AWS Certified Machine Learning Engineer - Associate",
            "Certified Kubernetes Administrator (CKA)",
            "HashiCorp Certified: Terraform Associate",
        ],
        "traps": ["Ray Dimitriou", "Julia Hartwig", "go-live", "go to production"],
        "skills": """
MLOps | | senior mlops
ML Infrastructure | ML platforms | listed | ?
Machine Learning | ML | senior | ?
Kubernetes | | senior mlops idle
Amazon Web Services | AWS | senior
Amazon EKS | EKS | senior
Kubeflow | Kubeflow Pipelines | senior
Argo CD | ArgoCD | senior
KServe | | senior
Canary Releases | Canary Deployment | senior | ?
Karpenter | | senior
Terraform | | senior
Prometheus | | senior
Grafana | | senior
Evidently | Evidently AI | senior
Drift Monitoring | drift, Drift Detection, Model Monitoring | senior | ?
Dashboards | | senior | ?
MLflow | | senior mlops
Helm | | senior mlops
Python | | senior mlops devops
GitLab CI | GitLab CI/CD, GitLab | mlops
GitLab | | listed | ?
Docker | | mlops devops
CI/CD | Continuous Integration | mlops devops
Apache Airflow | Airflow | mlops
Experiment Tracking | | mlops | ?
Feature Store | | mlops | ?
Feast | | mlops
Redis | | mlops
Apache Kafka | Kafka | mlops
DevOps | | devops | ?
Jenkins | | devops
Azure DevOps | | devops
OpenShift | Red Hat OpenShift | devops
Ansible | | devops admin
Virtualization | virtual machines, Virtual Machine | devops | ?
ELK Stack | Elastic Stack | devops | ?
Elasticsearch | | devops
Logstash | | devops
Kibana | | devops
Logging | Log Management | devops | ?
Bash | | devops admin
Change Management | | devops | ?
Linux | | admin
System Administration | System Administrator | admin | ?
Debian | | admin | ?
Red Hat Enterprise Linux | Red Hat, RHEL | admin | ?
nginx | | admin
MySQL | | admin
VMware | | admin
Nagios | | admin
System Monitoring | Monitoring | admin | ?
Data Backup | backups | admin | ?
Perl | | _used_student
Go | Golang | idle
Kubernetes Operators | Kubernetes operator | idle | ?
C | C programming | coursework
Operating Systems | | coursework | ?
Computer Networks | Networking | coursework | ?
Infrastructure as Code | IaC | listed
PyTorch | | listed
Istio | | listed
Google Cloud Platform | Google Cloud, GCP | negated
eBPF | | aspirational
Armenian | | listed | ?
German | | listed | ?
English | | listed | ?""",
    },
}


def month(text):
    year, number = map(int, (AS_OF if text == "present" else text).split("-"))
    return year * 12 + number - 1


def skills(note):
    jobs = {section[0]: section[2:] for section in note["sections"] if len(section) == 4}
    undated = {section[0] for section in note["sections"] if section[0].startswith("_used")}
    for line in note["skills"].strip().splitlines():
        name, alt, where, *doubt = [part.strip() for part in line.split("|")]
        keys = where.split()
        dated = [jobs[key] for key in keys if key in jobs]
        months = {m for start, end in dated for m in range(month(start), month(end) + 1)}
        if keys[0] not in jobs and keys[0] not in undated:
            assert keys in (["listed"], ["coursework"], ["negated"], ["aspirational"]), line
        else:
            assert all(key in jobs or key in undated for key in keys), line
        last = max((end for _, end in dated), key=month, default=None)
        yield (
            keys,
            {
                "name": name,
                "alt": [part.strip() for part in alt.split(",") if part.strip()],
                "core": not doubt,
                "status": keys[0] if len(keys) == 1 and keys[0] not in jobs and keys[0] not in undated else "demonstrated",
                "months": len(months) or None,
                "last_used": last,
            },
        )


def found(form, text):
    return re.search(
        rf"(?<![\w/])(?<!\d-){re.escape(form)}(?![\w+#&])",
        re.sub(r"(?<!\w)(?<!in )[RC]\. (?=\w)|R&D|C\+\+" if form in "RC" else "$^", "", text),
        0 if len(form) < 4 or form in ("Ray", "Stan", "Excel", "Flask", "Feast", "Spark", "Helm") else re.IGNORECASE,
    )


def check(name, note, rows):
    raw = ["-layout"] if "luca" not in name and "idris" not in name else []
    text = subprocess.run(["pdftotext", *raw, HERE / f"{name}.pdf", "-"], capture_output=True, text=True, check=True).stdout
    text = text if "luca" in name else re.sub(r"[ \t]+", " ", text)
    starts = []
    for section in note["sections"]:
        at = text.find(section[1], starts[-1][1] if starts else 0)
        if at < 0:
            print(f"{name}: no section {section[1]!r} after {starts[-1:]}")
            continue
        starts.append((section[0], at))
    parts = {
        key: re.sub(r"\s+", " ", re.sub(r"(?<=[A-Za-z])-\n\s*(?=[a-z])", "", text[at:end]))
        for (key, at), end in zip(starts, [at for _, at in starts[1:]] + [len(text)])
    }
    whole = re.sub(r"\s+", " ", text)
    for keys, skill in rows:
        forms = [skill["name"], *skill["alt"]]
        here = {key for key, part in parts.items() if any(found(form, part) for form in forms)}
        if not here and not any(found(form, whole) for form in forms):
            print(f"{name}: {skill['name']} is nowhere on the page")
        real = {key for key in keys if key in parts}
        counted = {key for key in here if not key.startswith("_") or key.startswith("_used")}
        if counted != real and (skill["core"] or real - counted):
            print(f"{name}: {skill['name']}: noted {sorted(real)}, on the page {sorted(counted)}")
    for trap in note["traps"]:
        if trap not in whole:
            print(f"{name}: trap {trap!r} is not on the page")


def main():
    for name, note in NOTES.items():
        rows = list(skills(note))
        names = [skill["name"].lower() for _, skill in rows]
        assert len(names) == len(set(names)), name
        if "--check" in sys.argv:
            check(name, note, rows)
        head = {"as_of": AS_OF, "role": note["role"]}
        tail = {key: note[key] for key in ("soft", "certifications", "traps")}
        lines = ",\n".join("    " + json.dumps(skill, ensure_ascii=False) for _, skill in rows)
        text = json.dumps(head, ensure_ascii=False)[:-1] + ',\n  "skills": [\n' + lines + "\n  ],\n  "
        text += ",\n  ".join(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in tail.items()) + "}\n"
        json.loads(text)
        (HERE / f"{name}.expected.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

namespace AmoCrm.Emulator.Tests.Shapes;

/// <summary>The official sample of each answer, where there is one; and what no real answer has.</summary>
public static class OfficialSamples
{
    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["account-domain"] = "account-subdomain-info/02-poluchenie-informacii-o-domene-akkaunta-po-acces.response.json",
        ["catalogs-list"] = "catalogs-api/01-dostupnye-spiski.response.json",
        ["catalogs-get"] = "catalogs-api/02-poluchenie-spiska-po-id.response.json",
        ["catalogs-create"] = "catalogs-api/04-dobavlenie-spiskov.response.json",
        ["catalogs-update"] = "catalogs-api/06-redaktirovanie-spiskov.response.json",
        ["elements-list"] = "catalogs-api/07-dostupnye-elementy-spiska.response.json",
        ["elements-create"] = "catalogs-api/10-dobavlenie-elementov-spiskov.response.json",
        ["companies-get"] = "companies-api/02-poluchenie-kompanii-po-id.response.json",
        ["companies-create"] = "companies-api/04-dobavlenie-kompanii.response.json",
        ["companies-update"] = "companies-api/06-redaktirovanie-kompanii.response.json",
        ["contacts-list"] = "contacts-api/01-spisok-kontaktov.response.json",
        ["contacts-get"] = "contacts-api/02-poluchenie-kontakta-po-id.response.json",
        ["contacts-create"] = "contacts-api/04-dobavlenie-kontaktov.response.json",
        ["contacts-update"] = "contacts-api/06-redaktirovanie-kontaktov.response.json",
        ["fields-get"] = "custom-fields/02-poluchenie-polya-suschnosti-po-ego-id.response.json",
        ["fields-create"] = "custom-fields/04-sozdanie-dopolnitel-nyh-polei-suschnosti.response.json",
        ["fields-update"] = "custom-fields/06-redaktirovanie-dopolnitel-nyh-polei-suschnosti.response.json",
        ["customers-list"] = "customers-api/03-spisok-pokupatelei.response.json",
        ["customers-get"] = "customers-api/04-poluchenie-pokupatelya-po-id.response.json",
        ["links-list"] = "entity-links-api/01-spisok-svyazannyh-suschnostei.response.json",
        ["links-mass"] = "entity-links-api/07-massovaya-privyazka-suschnostei.response.json",
        ["events-get"] = "events-and-notes/02-poluchenie-sobytiya-po-id.response.json",
        ["event-task-text"] = "events-and-notes/04-struktury-dannyh-v-polyah-value-after-i-value-be.other.json",
        ["event-note"] = "events-and-notes/07-struktury-dannyh-v-polyah-value-after-i-value-be.other.json",
        ["event-tags"] = "events-and-notes/10-struktury-dannyh-v-polyah-value-after-i-value-be.other.json",
        ["event-lead-status"] = "events-and-notes/11-struktury-dannyh-v-polyah-value-after-i-value-be.other.json",
        ["event-customer-status"] = "events-and-notes/12-struktury-dannyh-v-polyah-value-after-i-value-be.other.json",
        ["event-responsible"] = "events-and-notes/14-struktury-dannyh-v-polyah-value-after-i-value-be.other.json",
        ["event-task-deadline"] = "events-and-notes/15-struktury-dannyh-v-polyah-value-after-i-value-be.other.json",
        ["event-task-type"] = "events-and-notes/16-struktury-dannyh-v-polyah-value-after-i-value-be.other.json",
        ["event-field"] = "events-and-notes/17-struktury-dannyh-v-polyah-value-after-i-value-be.other.json",
        ["notes-list"] = "events-and-notes/19-spisok-primechanii-po-tipu-suschnosti.response.json",
        ["leads-get"] = "leads-api/02-poluchenie-sdelki-po-id.response.json",
        ["leads-update"] = "leads-api/08-redaktirovanie-sdelok.response.json",
        ["pipelines-list"] = "leads_pipelines/01-spisok-voronok-sdelok.response.json",
        ["pipelines-get"] = "leads_pipelines/02-poluchenie-voronki-sdelok-po-id.response.json",
        ["pipelines-create"] = "leads_pipelines/04-dobavlenie-voronok.response.json",
        ["pipelines-update"] = "leads_pipelines/06-redaktirovanie-voronki.response.json",
        ["statuses-list"] = "leads_pipelines/07-spisok-statusov-voronki-sdelok.response.json",
        ["statuses-get"] = "leads_pipelines/08-poluchenie-statusa-voronki-sdelok-po-id.response.json",
        ["statuses-update"] = "leads_pipelines/12-redaktirovanie-statusa-voronki.response.json",
        ["tags-create"] = "tags-api/03-dobavlenie-tegov-dlya-konkretnogo-tipa-suschnost.response.json",
        ["tags-attach"] = "tags-api/05-dobavlenie-tegov-k-suschnosti.response.json",
        ["tags-clear"] = "tags-api/07-udalenie-tegov-u-suschnosti.response.json",
        ["tasks-list"] = "tasks-api/01-spisok-zadach.response.json",
        ["tasks-get"] = "tasks-api/02-poluchenie-zadachi-po-id.response.json",
        ["tasks-create"] = "tasks-api/04-dobavlenie-zadach.response.json",
        ["tasks-update"] = "tasks-api/06-redaktirovanie-zadach.response.json",
        ["users-list"] = "users-api/01-spisok-pol-zovatelei.response.json",
        ["roles-get"] = "users-api/06-poluchenie-roli-po-id.response.json",
        ["webhooks-list"] = "webhooks-api/01-spisok-ustanovlennyh-vebhukov-v-akkaunte.response.json",
        ["webhooks-create"] = "webhooks-api/03-podpiska-na-vebhuk.response.json",
        ["widgets-get"] = "widgets-api/02-informaciya-o-vidzhete-po-ego-kodu.response.json",
        ["widgets-install"] = "widgets-api/04-ustanovka-vidzheta-v-akkaunt.response.json",
    };

    /// <summary>Sample-only oddities, each with its reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> Oddities = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["companies-get .custom_fields_values[].values[].enum string"] = "an old name: real answers have enum_code, and writing enum is refused",
        ["contacts-get .custom_fields_values[].values[].enum string"] = "an old name: real answers have enum_code, and writing enum is refused",
        ["elements-create ._embedded.elements[].request_id number"] = "only this sample has a number; the table of the page says string",
    };
}

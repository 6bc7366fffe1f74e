namespace AmoCrm.Emulator.Seed;

/// <summary>The demo account's companies, contacts, leads and customers. Ids follow from the order: 11001, 10001, 12001, 13001 and on.</summary>
internal static class DemoEntities
{
    private const string Companies =
        """
        [
          { "name": "ООО «Ромашка»", "created_at": 1717401600, "updated_at": 1717401600, "tags_to_add": [{ "name": "опт" }], "custom_fields_values": [
            { "field_code": "PHONE", "values": [{ "value": "+7 495 000-00-10", "enum_code": "WORK" }] },
            { "field_code": "EMAIL", "values": [{ "value": "office@romashka.example.com", "enum_code": "WORK" }] },
            { "field_code": "WEB", "values": [{ "value": "https://romashka.example.com" }] },
            { "field_code": "ADDRESS", "values": [{ "value": "Москва, ул. Цветочная, 5" }] } ] },
          { "name": "АО «Северный ветер»", "created_at": 1718006400, "updated_at": 1718006400, "responsible_user_id": 8001002, "custom_fields_values": [
            { "field_code": "PHONE", "values": [{ "value": "+74950000020", "enum_code": "WORK" }] } ] },
          { "name": "ИП Громов", "created_at": 1718611200, "updated_at": 1718611200, "responsible_user_id": 8001003 }
        ]
        """;

    private const string Contacts =
        """
        [
          { "first_name": "Пётр", "last_name": "Иванов", "created_at": 1717405200, "updated_at": 1717405200, "tags_to_add": [{ "name": "ЛПР" }], "custom_fields_values": [
            { "field_code": "POSITION", "values": [{ "value": "Директор" }] },
            { "field_code": "PHONE", "values": [{ "value": "+7 900 000-00-01", "enum_code": "WORK" }, { "value": "+7 900 000-11-01", "enum_code": "MOB" }] },
            { "field_code": "EMAIL", "values": [{ "value": "petr.ivanov@example.com", "enum_code": "WORK" }] } ] },
          { "first_name": "Ольга", "last_name": "Смирнова", "created_at": 1717491600, "updated_at": 1717491600, "custom_fields_values": [
            { "field_code": "PHONE", "values": [{ "value": "+79000000002", "enum_code": "MOB" }] },
            { "field_code": "BIRTHDAY", "values": [{ "value": 646600000 }] } ] },
          { "first_name": "Дмитрий", "last_name": "Орлов", "created_at": 1718010000, "updated_at": 1718010000, "responsible_user_id": 8001002, "custom_fields_values": [
            { "field_code": "PHONE", "values": [{ "value": "8 900 000-00-03", "enum_code": "WORK" }] } ] },
          { "name": "Елена Васильева", "created_at": 1718096400, "updated_at": 1718096400, "custom_fields_values": [
            { "field_code": "EMAIL", "values": [{ "value": "elena@example.com", "enum_code": "PRIV" }] } ] },
          { "first_name": "Сергей", "last_name": "Николаев", "created_at": 1718182800, "updated_at": 1718182800, "responsible_user_id": 8001003, "custom_fields_values": [
            { "field_code": "PHONE", "values": [{ "value": "+79000000005", "enum_code": "WORK" }] } ] }
        ]
        """;

    private const string Leads =
        """
        [
          { "name": "Кухня для офиса", "price": 185000, "pipeline_id": 7001, "status_id": 700102, "created_at": 1719216000, "updated_at": 1719216000,
            "tags_to_add": [{ "name": "важный" }],
            "_embedded": { "contacts": [{ "id": 10001, "is_main": true }, { "id": 10002 }], "companies": [{ "id": 11001 }] },
            "custom_fields_values": [
              { "field_code": "DELIVERY_ADDRESS", "values": [{ "value": "Москва, ул. Цветочная, 5, офис 12" }] },
              { "field_code": "LEAD_SOURCE", "values": [{ "enum_code": "site" }] },
              { "field_code": "PRODUCTS", "values": [{ "value": "Кухня" }, { "value": "Диван" }] },
              { "field_code": "AREA", "values": [{ "value": "24.5" }] },
              { "field_code": "MEASURE_DATE", "values": [{ "value": 1719835200 }] },
              { "field_code": "ASSEMBLY", "values": [{ "value": true }] },
              { "field_code": "PROJECT_URL", "values": [{ "value": "https://example.com/projects/12" }] },
              { "field_code": "WISHES", "values": [{ "value": "Фасады без ручек" }] },
              { "field_code": "PREPAYMENT", "values": [{ "value": "50000" }] } ] },
          { "name": "Шкаф-купе", "price": 64000, "responsible_user_id": 8001002, "created_at": 1719302400, "updated_at": 1719302400,
            "_embedded": { "contacts": [{ "id": 10003, "is_main": true }], "companies": [{ "id": 11002 }] },
            "custom_fields_values": [{ "field_code": "LEAD_SOURCE", "values": [{ "value": "Звонок" }] }] },
          { "name": "Диван в гостиную", "price": 92000, "pipeline_id": 7001, "status_id": 142, "responsible_user_id": 8001003, "created_at": 1719388800, "updated_at": 1720166400,
            "closed_at": 1720166400, "_embedded": { "contacts": [{ "id": 10005, "is_main": true }] } },
          { "name": "Стеллажи для архива", "price": 40000, "pipeline_id": 7001, "status_id": 143, "loss_reason_id": 21001, "created_at": 1719475200, "updated_at": 1720252800,
            "closed_at": 1720252800 },
          { "name": "Повторный заказ столов", "price": 25800, "pipeline_id": 7002, "status_id": 700201, "created_at": 1720339200, "updated_at": 1720339200,
            "_embedded": { "contacts": [{ "id": 10001, "is_main": true }] } }
        ]
        """;

    private const string Customers =
        """
        [
          { "name": "Ромашка: обслуживание", "next_price": 15000, "next_date": 1767225600, "created_at": 1720425600, "updated_at": 1720425600,
            "_embedded": { "segments": [{ "id": 22001 }], "tags": [] },
            "custom_fields_values": [{ "field_code": "CUSTOMER_NOTE", "values": [{ "value": "Замена фурнитуры раз в год" }] }] },
          { "name": "Громов: регулярные заказы", "next_price": 30000, "next_date": 1767830400, "created_at": 1720512000, "updated_at": 1720512000,
            "responsible_user_id": 8001003 }
        ]
        """;

    public static void Fill(AccountState account)
    {
        Add(account, EntityKinds.Companies, Companies);
        Add(account, EntityKinds.Contacts, Contacts);
        Connect(account, new EntityRef("contacts", 10_001), new EntityRef("companies", 11_001));
        Connect(account, new EntityRef("contacts", 10_002), new EntityRef("companies", 11_001));
        Connect(account, new EntityRef("contacts", 10_003), new EntityRef("companies", 11_002));
        Add(account, EntityKinds.Leads, Leads);
        Add(account, EntityKinds.Customers, Customers);
        Connect(account, new EntityRef("customers", 13_001), new EntityRef("contacts", 10_002));
        var element = new JsonObject { ["catalog_id"] = EmulatorDemo.CatalogId, ["quantity"] = 2 };
        Connect(account, new EntityRef("leads", EmulatorDemo.LeadId), new EntityRef("catalog_elements", EmulatorDemo.ElementId), element);
    }

    private static void Add(AccountState account, EntityKind kind, string json)
    {
        var request = SeedRequest.Of(account, EmulatorDemo.AdminId);
        var items = SeedRequest.Items(json);
        BatchValidation.Check(request, items, kind.Create, (item, errors) => EntityRules.Check(account, kind, item, record: null, errors));
        foreach (var item in items)
        {
            EntityWriter.Create(request, kind, item);
        }
    }

    private static void Connect(AccountState account, EntityRef from, EntityRef to, JsonObject? metadata = null) =>
        LinkService.Connect(account, from, to, EmulatorDemo.AdminId, metadata);
}

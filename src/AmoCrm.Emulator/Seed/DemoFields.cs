namespace AmoCrm.Emulator.Seed;

/// <summary>The demo account's own fields: one of every kind that a shop uses.</summary>
internal static class DemoFields
{
    public static void Fill(AccountState account)
    {
        var fields = account.Fields;
        fields.Add("contacts", 5004, "birthday", "День рождения", "BIRTHDAY");
        fields.Add("leads", 5021, "text", "Адрес доставки", "DELIVERY_ADDRESS");
        AddChoice(account, 5022, "select", "Источник", "LEAD_SOURCE", 5201, ("Сайт", "site"), ("Звонок", "call"), ("Рекомендация", "friend"));
        AddChoice(account, 5023, "multiselect", "Что интересует", "PRODUCTS", 5211, ("Кухня", null), ("Шкаф", null), ("Диван", null));
        fields.Add("leads", 5024, "numeric", "Площадь, м²", "AREA");
        fields.Add("leads", 5025, "date", "Дата замера", "MEASURE_DATE");
        fields.Add("leads", 5026, "checkbox", "Нужна сборка", "ASSEMBLY");
        fields.Add("leads", 5027, "url", "Ссылка на проект", "PROJECT_URL");
        fields.Add("leads", 5028, "textarea", "Пожелания", "WISHES");
        fields.Add("leads", 5029, "monetary", "Предоплата", "PREPAYMENT");
        fields.Add("leads", 5030, "date_time", "Визит в салон", "SHOWROOM_VISIT");
        AddChoice(account, 5031, "radiobutton", "Способ получения", "DELIVERY_KIND", 5221, ("Самовывоз", null), ("Доставка", null));
        fields.Add("customers", 5041, "text", "Комментарий", "CUSTOMER_NOTE");
        fields.Add("customers/segments", 5051, "text", "Условия", "SEGMENT_TERMS");
    }

    private static void AddChoice(
        AccountState account, long id, string type, string name, string code, long firstEnum, params (string Value, string? Code)[] values)
    {
        var field = account.Fields.Add("leads", id, type, name, code);
        for (var index = 0; index < values.Length; index++)
        {
            account.Fields.AddEnum(field, values[index].Value, values[index].Code, firstEnum + index);
        }
    }
}

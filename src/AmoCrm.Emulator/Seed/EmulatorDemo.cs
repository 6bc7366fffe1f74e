namespace AmoCrm.Emulator;

/// <summary>The names and ids of the demo account. The package's README lists the rest of its data.</summary>
public static class EmulatorDemo
{
    /// <summary>The demo account's host.</summary>
    public const string Host = "demo.amocrm.ru";

    /// <summary>The first account's id; further accounts count up from it.</summary>
    public const long AccountId = 30_100_500;

    /// <summary>The demo account's name.</summary>
    public const string AccountName = "Салон мебели «Верба»";

    /// <summary>The integration's id, the same in all accounts.</summary>
    public const string ClientId = "4d5a1c02-7f0b-4e0c-9a53-1f6f2c5b9e01";

    /// <summary>The integration's secret; it protects nothing.</summary>
    public const string ClientSecret = "emulator-client-secret-0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The integration's redirect URI.</summary>
    public const string RedirectUri = "https://example.com/amocrm/callback";

    /// <summary>The administrator, Анна Соколова; in an empty account too.</summary>
    public const long AdminId = 8_001_001;

    /// <summary>A manager without administrator's rights, Игорь Лебедев.</summary>
    public const long ManagerId = 8_001_002;

    /// <summary>A second manager, Мария Кузнецова.</summary>
    public const long SecondManagerId = 8_001_003;

    /// <summary>The main pipeline, "Продажи"; in an empty account too.</summary>
    public const long PipelineId = 7001;

    /// <summary>The first stage of the main pipeline, "Первичный контакт"; in an empty account too.</summary>
    public const long FirstStatusId = 700_101;

    /// <summary>The contact Пётр Иванов, with phone +7 900 000-00-01 and e-mail petr.ivanov@example.com.</summary>
    public const long ContactId = 10_001;

    /// <summary>The company ООО «Ромашка».</summary>
    public const long CompanyId = 11_001;

    /// <summary>The lead "Кухня для офиса".</summary>
    public const long LeadId = 12_001;

    /// <summary>The customer "Ромашка: обслуживание".</summary>
    public const long CustomerId = 13_001;

    /// <summary>An open task on the lead.</summary>
    public const long TaskId = 14_001;

    /// <summary>The list "Товары" (products).</summary>
    public const long CatalogId = 9001;

    /// <summary>The list element "Стол письменный".</summary>
    public const long ElementId = 16_001;

    /// <summary>The code of the widget that is not installed.</summary>
    public const string WidgetCode = "demo_telephony";

    /// <summary>When the accounts were made, in unix seconds.</summary>
    internal const long CreatedAt = 1_704_096_000;

    /// <summary>The source of leads that the API makes.</summary>
    internal const long ApiSourceId = 24_001;
}

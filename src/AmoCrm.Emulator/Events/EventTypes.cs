namespace AmoCrm.Emulator.Events;

/// <summary>The dictionary of <c>GET /events/types</c>.</summary>
internal static class EventTypes
{
    private static readonly (string Key, string Ru, string En)[] Known =
    [
        ("lead_added", "Новая сделка", "Lead added"),
        ("lead_deleted", "Сделка удалена", "Lead deleted"),
        ("lead_restored", "Сделка восстановлена", "Lead restored"),
        ("lead_status_changed", "Изменение этапа продажи", "Lead stage changed"),
        ("lead_linked", "Прикрепление сделки", "Lead linked"),
        ("lead_unlinked", "Открепление сделки", "Lead unlinked"),
        ("contact_added", "Новый контакт", "Contact added"),
        ("contact_deleted", "Контакт удалён", "Contact deleted"),
        ("contact_restored", "Контакт восстановлен", "Contact restored"),
        ("contact_linked", "Прикрепление контакта", "Contact linked"),
        ("contact_unlinked", "Открепление контакта", "Contact unlinked"),
        ("company_added", "Новая компания", "Company added"),
        ("company_deleted", "Компания удалена", "Company deleted"),
        ("company_restored", "Компания восстановлена", "Company restored"),
        ("company_linked", "Прикрепление компании", "Company linked"),
        ("company_unlinked", "Открепление компании", "Company unlinked"),
        ("customer_added", "Новый покупатель", "Customer added"),
        ("customer_deleted", "Покупатель удалён", "Customer deleted"),
        ("customer_status_changed", "Изменение этапа покупателя", "Customer stage changed"),
        ("customer_linked", "Прикрепление покупателя", "Customer linked"),
        ("customer_unlinked", "Открепление покупателя", "Customer unlinked"),
        ("task_added", "Новая задача", "Task added"),
        ("task_deleted", "Задача удалена", "Task deleted"),
        ("task_completed", "Завершение задачи", "Task completed"),
        ("task_type_changed", "Изменение типа задачи", "Task type changed"),
        ("task_text_changed", "Изменение текста задачи", "Task text changed"),
        ("task_deadline_changed", "Изменение даты исполнения задачи", "Task deadline changed"),
        ("task_result_added", "Результат по задаче", "Task result added"),
        ("incoming_call", "Входящий звонок", "Incoming call"),
        ("outgoing_call", "Исходящий звонок", "Outgoing call"),
        ("incoming_sms", "Входящее SMS", "Incoming SMS"),
        ("outgoing_sms", "Исходящее SMS", "Outgoing SMS"),
        ("entity_tag_added", "Теги добавлены", "Tags added"),
        ("entity_tag_deleted", "Теги убраны", "Tags deleted"),
        ("entity_linked", "Прикрепление", "Linked"),
        ("entity_unlinked", "Открепление", "Unlinked"),
        ("sale_field_changed", "Изменение бюджета", "Sale changed"),
        ("name_field_changed", "Изменение названия", "Name changed"),
        ("custom_field_value_changed", "Изменение поля", "Field changed"),
        ("entity_responsible_changed", "Ответственный изменён", "Responsible user changed"),
        ("common_note_added", "Новое примечание", "Note added"),
        ("common_note_deleted", "Примечание удалено", "Note deleted"),
        ("attachment_note_added", "Добавлен новый файл", "File added"),
        ("geo_note_added", "Новое примечание с гео-меткой", "Geo note added"),
        ("service_note_added", "Новое системное примечание", "System note added"),
        ("message_to_cashier_note_added", "Сообщение кассиру", "Message to the cashier"),
    ];

    public static IEnumerable<JsonObject> Localized(string language) => Known.Select((type, index) => new JsonObject
    {
        ["key"] = type.Key,
        ["type"] = index + 1,
        ["lang"] = language == "ru" ? type.Ru : type.En,
    });
}

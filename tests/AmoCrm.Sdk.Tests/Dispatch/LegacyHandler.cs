namespace AmoCrm.Sdk.Tests.Dispatch;

/// <summary>What the legacy program promised of a handler.</summary>
/// <param name="Module">The module it is in.</param>
/// <param name="Name">Its name.</param>
/// <param name="OutputVariable">Where a step leaves the result by default.</param>
/// <param name="Keys">The keys of its result, separated by blanks.</param>
/// <param name="Arguments">Arguments that succeed against the emulator's demo account.</param>
internal sealed record LegacyHandler(string Module, string Name, string OutputVariable, string Keys, string Arguments)
{
    public static IReadOnlyList<LegacyHandler> All { get; } =
    [
        new("base", "amocrm_find_contact", "contact", "contact found count", """{"query": "Иванов"}"""),
        new("base", "amocrm_create_contact", "created_contact", "contact contact_id used_fields_map custom_fields_count", """{"name": "Зоя"}"""),
        new("base", "amocrm_find_lead", "lead", "lead found count", """{"query": "Кухня"}"""),
        new("base", "amocrm_create_lead", "created_lead", "lead lead_id", """{"name": "Стол", "contact_id": "10001"}"""),
        new("base", "amocrm_add_note", "note_result", "note_added entity_id entity_type", """{"entity_id": "12001", "note_text": "hello"}"""),
        new("base", "amocrm_search", "search_results", "items count entity_type", """{"query": "Иванов"}"""),
        new("companies", "amocrm_list_companies", "companies", "companies count page limit has_more", "{}"),
        new("companies", "amocrm_get_company", "company", "company", """{"company_id": "11001"}"""),
        new("companies", "amocrm_create_company", "created_company", "company company_id", """{"name": "ООО «Весна»", "website": "https://example.com"}"""),
        new("companies", "amocrm_update_company", "updated_company", "company company_id", """{"company_id": 11001, "name": "ООО «Ромашка+»"}"""),
        new("companies", "amocrm_delete_company", "delete_result", "deleted company_id", """{"company_id": 11002, "fallback": "tag"}"""),
        // These three were promised in the old pages only: their keys are ours.
        new("companies", "amocrm_add_company_contact", "link_result", "linked company_id contact_id", """{"company_id": 11003, "contact_id": 10004}"""),
        new("companies", "amocrm_remove_company_contact", "unlink_result", "unlinked company_id contact_id", """{"company_id": 11001, "contact_id": 10002}"""),
        new("companies", "amocrm_get_company_contacts", "company_contacts", "contacts count company_id", """{"company_id": 11001}"""),
        new("tasks", "amocrm_create_task", "created_task", "task task_id", """{"text": "Позвонить", "entity_type": "leads", "entity_id": "12001", "complete_till": ""}"""),
        new("tasks", "amocrm_update_task", "updated_task", "task task_id", """{"task_id": 14001, "text": "Перезвонить"}"""),
        new("tasks", "amocrm_complete_task", "completed_task", "task task_id completed", """{"task_id": "14002", "result_text": "Готово"}"""),
        new("tasks", "amocrm_get_task", "task", "task", """{"task_id": 14003}"""),
        new("tasks", "amocrm_list_tasks", "tasks", "tasks count page limit has_more", """{"filter": {"filter[is_completed]": 0}}"""),
        new("tasks", "amocrm_delete_task", "delete_result", "deleted task_id", """{"task_id": 14001, "fallback": "complete"}"""),
        new("tasks", "amocrm_create_event", "created_event", "event event_id", """{"type": "note", "entity_type": "leads", "entity_id": 12001, "text": "hello"}"""),
        new("tasks", "amocrm_list_events", "events", "events count page limit has_more", "{}"),
        new("advanced", "amocrm_list_webhooks", "webhooks", "webhooks count", "{}"),
        new("advanced", "amocrm_create_webhook", "created_webhook", "webhook webhook_id", """{"destination": "https://example.com/new", "events": ["add_lead"]}"""),
        new("advanced", "amocrm_update_webhook", "updated_webhook", "webhook webhook_id", """{"destination": "https://example.com/hook", "events": ["update_lead"]}"""),
        new("advanced", "amocrm_delete_webhook", "delete_result", "deleted webhook_id", """{"destination": "https://example.com/hook"}"""),
        new("advanced", "amocrm_list_widgets", "widgets", "widgets count", "{}"),
        new("advanced", "amocrm_install_widget", "installed_widget", "widget widget_id", """{"code": "demo_files", "settings": {"conf": "{}"}}"""),
        new("advanced", "amocrm_uninstall_widget", "uninstall_result", "uninstalled widget_code", """{"widget_code": "demo_files"}"""),
        new("advanced", "amocrm_create_call", "created_call", "call call_id", """{"phone": "+79000000001", "duration": "60"}"""),
        new("advanced", "amocrm_list_calls", "calls", "calls count page limit", "{}"),
        new("advanced", "amocrm_list_catalogs", "catalogs", "catalogs count", "{}"),
        new("advanced", "amocrm_create_catalog", "created_catalog", "catalog catalog_id", """{"name": "Склады", "type": "regular"}"""),
        new("advanced", "amocrm_list_catalog_elements", "catalog_elements", "elements count catalog_id page limit has_more", """{"catalog_id": "9001"}"""),
        new("advanced", "amocrm_create_catalog_element", "created_element", "element element_id", """{"catalog_id": 9001, "name": "Полка"}"""),
        new("admin", "amocrm_list_pipelines", "pipelines", "pipelines count entity_type", "{}"),
        new("admin", "amocrm_get_pipeline", "pipeline", "pipeline", """{"pipeline_id": "7001", "entity_type": "leads"}"""),
        new("admin", "amocrm_create_pipeline", "created_pipeline", "pipeline pipeline_id", """{"name": "Опт"}"""),
        new("admin", "amocrm_update_pipeline", "updated_pipeline", "pipeline pipeline_id", """{"pipeline_id": 7002, "name": "Повторные"}"""),
        new("admin", "amocrm_list_statuses", "statuses", "statuses count pipeline_id", """{"pipeline_id": 7001}"""),
        new("admin", "amocrm_create_status", "created_status", "status status_id", """{"pipeline_id": 7001, "name": "Сборка", "type": 0}"""),
        new("admin", "amocrm_update_status", "updated_status", "status status_id", """{"pipeline_id": 7001, "status_id": 700101, "name": "Знакомство"}"""),
        new("admin", "amocrm_list_users", "users", "users count page limit has_more", "{}"),
        new("admin", "amocrm_get_user", "user", "user", """{"user_id": "8001002"}"""),
        new("admin", "amocrm_list_custom_fields", "custom_fields", "custom_fields count entity_type", "{}"),
        new("admin", "amocrm_create_custom_field", "created_custom_field", "custom_field field_id", """{"name": "Этаж", "type": "numeric"}"""),
        new("admin", "amocrm_update_custom_field", "updated_custom_field", "custom_field field_id", """{"field_id": 5024, "name": "Площадь"}"""),
        new("admin", "amocrm_list_tags", "tags", "tags count entity_type", "{}"),
        new("admin", "amocrm_create_tag", "created_tag", "tag tag_id", """{"name": "срочно"}"""),
    ];
}

global using AmoCrm.Sdk.Soak.Crm;
global using AmoCrm.Sdk.Soak.Stores;

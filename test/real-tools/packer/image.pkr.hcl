# An image of an instance without any connection to it: made, tagged and shared with another account.
packer {
  required_plugins {
    alicloud = {
      source  = "github.com/hashicorp/alicloud"
      version = "1.1.2"
    }
  }
}

variable "endpoint" { type = string }
variable "access_key" { type = string }
variable "secret_key" { type = string }
variable "source_image" { type = string }
variable "share_with" { type = string }

source "alicloud-ecs" "golden" {
  custom_endpoint_ecs = var.endpoint
  access_key          = var.access_key
  secret_key          = var.secret_key
  region              = "cn-hangzhou"

  source_image  = var.source_image
  instance_type = "ecs.g6.large"
  io_optimized  = true
  communicator  = "none"

  image_name          = "golden"
  image_description   = "made by Packer"
  image_share_account = [var.share_with]
  tags                = { team = "web" }
}

build {
  sources = ["source.alicloud-ecs.golden"]
}
